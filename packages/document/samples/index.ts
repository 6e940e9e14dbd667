export { epub } from './epub.ts';
export { docx, letter, picture, pptx, run, xlsx } from './office.ts';
export { odp, odt } from './open-document.ts';
export { partsOf } from './parts.ts';
export { assemble, encryptedPdf, pdf } from './pdf.ts';
export { type Parts, zipped } from './zip.ts';
