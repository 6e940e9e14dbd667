import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandError, exitCodes } from './exit-code.ts';
import type { RunState } from './run-state.ts';

/** A text that can be sent more than once. */
export interface TextSource {
  readonly file: string;
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  /** Removes what was made for it. */
  dispose(): void;
}

/** @throws CommandError when it cannot be read. */
export async function openSource(input: string, state: RunState, signal: AbortSignal): Promise<TextSource> {
  try {
    if (input === '-') return await spool(process.stdin, state.spoolFile(), signal);
    return { file: input, hash: await hashOf(createReadStream(input), signal), dispose: () => undefined };
  } catch (cause) {
    signal.throwIfAborted();
    const { code = '' } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'There is no file' : code === 'EISDIR' ? 'This is a folder:' : `${code}:`;
    throw new CommandError(exitCodes.file, `${why} ${input}`, { cause });
  }
}

async function spool(from: Readable, file: string, signal: AbortSignal): Promise<TextSource> {
  const dispose = () => rmSync(file, { force: true });
  try {
    const copy = new PassThrough();
    const written = pipeline(copy, createWriteStream(file, { mode: 0o600, flags: 'wx' }), { signal });
    const hash = createHash('sha256');
    await pipeline(
      from,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      },
      copy,
      { signal },
    );
    await written;
    return { file, hash: hash.digest('hex'), dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

async function hashOf(from: Readable, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(from, hash, { signal });
  return hash.digest('hex');
}
