import {
  configure,
  type Entry,
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js';
import { DocumentError } from './document-error.ts';
import { limits } from './limits.ts';

configure({ useWebWorkers: false, useCompressionStream: true });

/** The parts of a document in a zip container, read as far as they are asked for. */
export class Container {
  readonly #entries: ReadonlyMap<string, Entry>;
  #unpacked = 0;

  private constructor(entries: ReadonlyMap<string, Entry>) {
    this.#entries = entries;
  }

  /**
   * Reads what parts there are. Names that lead out of a folder, names that stand twice, parts that lie in each other and more
   * parts than a document has are refused.
   *
   * @throws DocumentError.
   */
  static async open(bytes: Uint8Array): Promise<Container> {
    const entries = new Map<string, Entry>();
    let packed = 0;
    try {
      const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkAmbiguity: true });
      for await (const entry of reader.getEntriesGenerator()) {
        if (entries.size >= limits.entries)
          throw new DocumentError('document_too_large', 'It has too many parts.');
        packed += entry.compressedSize;
        if (packed > bytes.length)
          throw new DocumentError('document_unreadable', 'Its parts lie in each other.');
        if (entries.has(entry.filename))
          throw new DocumentError('document_unreadable', 'A part is there twice.');
        if (entry.encrypted)
          throw new DocumentError('document_encrypted', 'A part can be read with a password only.');
        entries.set(entry.filename, entry);
      }
    } catch (error) {
      throw asDocumentError(error);
    }
    return new Container(entries);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /**
   * The text of a part.
   *
   * @throws DocumentError when there is none, it is broken, or it is larger than parts are.
   */
  async read(name: string): Promise<string> {
    const entry = this.#entries.get(name);
    if (entry === undefined || entry.directory) {
      throw new DocumentError('document_unreadable', 'A part of the document is missing.');
    }
    const { compressedSize, uncompressedSize } = entry;
    const pieces: Uint8Array[] = [];
    let size = 0;
    const take = (piece: Uint8Array) => {
      size += piece.length;
      this.#unpacked += piece.length;
      const isBomb = size > limits.ratioFreeBytes && size > compressedSize * limits.ratio;
      if (isBomb || size > limits.partBytes || this.#unpacked > limits.totalBytes) {
        throw new DocumentError('document_too_large', 'It is too large when it is unpacked.');
      }
      if (size > uncompressedSize)
        throw new DocumentError('document_unreadable', 'A part is larger than it says.');
      pieces.push(piece);
    };
    try {
      await entry.getData(new WritableStream<Uint8Array>({ write: take }), {
        checkSignature: true,
        checkOverlappingEntry: true,
      });
    } catch (error) {
      throw asDocumentError(error);
    }
    return decodeXml(Buffer.concat(pieces));
  }

  /** The container with other texts for some parts; all others are taken over as they are packed. */
  async write(texts: ReadonlyMap<string, string>): Promise<Uint8Array> {
    const writer = new ZipWriter(new Uint8ArrayWriter(), {
      keepOrder: true,
      extendedTimestamp: false,
      dataDescriptor: false,
    });
    for (const [name, entry] of this.#entries) {
      const text = texts.get(name);
      const { lastModDate } = entry;
      if (entry.directory) await writer.add(name, undefined, { directory: true, lastModDate });
      else if (text === undefined) await copyEntry(writer, entry);
      else await writer.add(name, new Uint8ArrayReader(Buffer.from(text)), { lastModDate, level: 6 });
    }
    return writer.close();
  }
}

async function copyEntry(writer: ZipWriter<Uint8Array>, entry: FileEntry): Promise<void> {
  const packed = await entry.getData(new Uint8ArrayWriter(), { passThrough: true });
  const { filename, lastModDate, uncompressedSize, compressionMethod, crc32 } = entry;
  await writer.add(filename, new Uint8ArrayReader(packed), {
    passThrough: true,
    lastModDate,
    uncompressedSize,
    compressionMethod,
    ...(crc32 === undefined ? {} : { crc32 }),
  });
}

/** XML in UTF-8 or UTF-16, by its mark, or in the encoding that it names. */
function decodeXml(bytes: Buffer): string {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const named = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]{1,40})["']/.exec(
    bytes.toString('latin1', 0, 200),
  )?.[1];
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : (named ?? 'utf-8');
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // What is written is UTF-8.
    return text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])[\w.-]{1,40}/, '$1UTF-8');
  } catch (cause) {
    throw new DocumentError('document_unreadable', 'A part is not in the encoding that it names.', { cause });
  }
}

function asDocumentError(error: unknown): DocumentError {
  if (error instanceof DocumentError) return error;
  const { message, cause } = error as Error;
  if (cause instanceof DocumentError) return cause;
  if (message === ERR_ENCRYPTED || message === ERR_ENCRYPTED_CENTRAL_DIRECTORY) {
    return new DocumentError('document_encrypted', 'It can be read with a password only.', { cause: error });
  }
  return new DocumentError('document_unreadable', 'It is broken or was cut off.', { cause: error });
}
