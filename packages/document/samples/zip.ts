import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** Parts of a container by name, in order. */
export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A container; what is to be stored first, unpacked, is called `mimetype`. */
export async function zipped(parts: Parts): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { extendedTimestamp: false, dataDescriptor: false });
  for (const [name, content] of Object.entries(parts)) {
    const level = name === 'mimetype' ? 0 : 6;
    await writer.add(name, new Uint8ArrayReader(Buffer.from(content)), { level });
  }
  return Buffer.from(await writer.close());
}
