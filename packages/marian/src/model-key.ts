import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { relative } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * The name of everything that a translation depends on besides its source text: the model's files and the settings
 * of decoding. Hex SHA-256.
 */
export async function computeModelKey(
  folder: string,
  files: readonly string[],
  settings: object,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const file of [...files].sort()) {
    const content = createHash('sha256');
    await pipeline(createReadStream(file), content);
    hash.update(`\n${relative(folder, file).replaceAll('\\', '/')} ${content.digest('hex')}`);
  }
  return hash.digest('hex');
}
