/** Documents whose text is put back into them. */
export const containerTypes = ['docx', 'pptx', 'xlsx', 'odt', 'odp', 'epub'] as const;
export type ContainerType = (typeof containerTypes)[number];

/** The text of a PDF can only be taken out. */
export type DocumentType = ContainerType | 'pdf';
