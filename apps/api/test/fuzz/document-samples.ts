import { docx, epub, odp, odt, pdf, pptx, xlsx } from '@unlimited/document/samples';
import { documentMediaTypes } from '../../src/services/text-formats.ts';

const makers = { docx, pptx, xlsx, odt, odp, epub, pdf };

/** A small document of each type, by its media type. */
export const documentSamples: ReadonlyMap<string, Buffer> = new Map(
  await Promise.all(
    Object.entries(makers).map(
      async ([type, make]) => [documentMediaTypes[type as keyof typeof makers], await make()] as const,
    ),
  ),
);
