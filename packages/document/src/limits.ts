const mebibyte = 1024 * 1024;

/** What one document may hold. Office documents of hundreds of pages stay below a tenth of that. */
export const limits = {
  /** Entries of a container. */
  entries: 10_000,
  /** Bytes of one part that is read, unpacked. */
  partBytes: 32 * mebibyte,
  /** The same of all of them. */
  totalBytes: 64 * mebibyte,
  /** How many times smaller than unpacked a part may be, from `ratioFreeBytes` on. */
  ratio: 200,
  ratioFreeBytes: 4 * mebibyte,
  /** Elements within each other. */
  depth: 500,
  /** UTF-16 code units of text. */
  textLength: 32 * mebibyte,
  /** Pages of a PDF. */
  pages: 10_000,
} as const;
