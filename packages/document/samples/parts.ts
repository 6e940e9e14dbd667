import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';

/** The parts of a container by name, in their order, as text. */
export async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()) {
    if (!entry.directory)
      parts.set(entry.filename, await entry.getData(new TextWriter(), { checkSignature: true }));
  }
  return parts;
}
