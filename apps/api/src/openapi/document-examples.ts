import { documentMediaTypes } from '../services/text-formats.ts';
import { queued } from './example-values.ts';
import type { Example } from './operation.ts';

const query = { sourceLang: 'de', targetLang: 'en' };

/** A PDF as short as one can be. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Length 42>>stream
BT/F1 12 Tf 72 720 Td(Guten Morgen!)Tj ET
endstream endobj
trailer<</Root 1 0 R>>
`;

const zeros = '00'.repeat(32);
const id = '01'.repeat(16);

/** Documents that are taken, and some that are not. */
export const documentExamples = {
  document: {
    summary: 'A document',
    query,
    body: { mediaType: documentMediaTypes.pdf, value: pdf },
    status: 201,
    answer: { ...queued, excerpt: 'Guten Morgen!', sourceLength: 13, segmentCount: 1 },
  },
  document_type_mismatch: {
    summary: 'A text that is no document',
    query,
    body: { mediaType: documentMediaTypes.docx, value: 'Guten Morgen!' },
    status: 415,
  },
  document_unreadable: {
    summary: 'A document of which only the first bytes came',
    query,
    body: { mediaType: documentMediaTypes.odt, value: 'PK\u0003\u0004' },
    status: 422,
  },
  document_encrypted: {
    summary: 'A document with a password',
    query,
    body: {
      mediaType: documentMediaTypes.pdf,
      value: `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${zeros}>/U<${zeros}>>>endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[<${id}><${id}>]>>\n`,
    },
    status: 422,
  },
} as const satisfies Record<string, Example>;
