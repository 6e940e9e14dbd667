import { Type } from 'typebox';
import { documentMediaTypes, mediaTypes } from '../services/text-formats.ts';
import type { Content } from './operation.ts';

export const text = Type.String({ contentMediaType: 'text/plain', description: 'UTF-8' });

/** A text, in each of the formats. */
export const texts: Content = Object.fromEntries(
  Object.values(mediaTypes).map((mediaType) => [mediaType, text]),
);

/** A document of each type. */
export const documents: Content = Object.fromEntries(
  Object.values(documentMediaTypes).map((mediaType) => [
    mediaType,
    Type.String({ contentMediaType: mediaType, description: 'The bytes of the document' }),
  ]),
);
