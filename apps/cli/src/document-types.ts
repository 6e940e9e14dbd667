/** Documents, whose text the server takes out of them, by the end of their names. */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['odp', 'application/vnd.oasis.opendocument.presentation'],
  ['epub', 'application/epub+zip'],
  ['pdf', 'application/pdf'],
]);

/** The media type of a type of document, `docx`; undefined if it is none. */
export function documentMediaType(type: string | undefined): string | undefined {
  return type === undefined ? undefined : mediaTypes.get(type.toLowerCase());
}

/** Whether the translation of it is a document too: that of a PDF is a plain text. */
export const comesBackWhole = (mediaType: string | undefined): boolean =>
  mediaType !== undefined && mediaType !== 'application/pdf';
