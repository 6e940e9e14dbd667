import { once } from 'node:events';
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { CommandError, exitCodes } from './exit-code.ts';

/** Where a translation goes, at the pace of whoever reads it. */
export interface TextSink {
  write(text: string | Uint8Array): Promise<void>;
  /** All is there. */
  finish(): Promise<void>;
  /** It will not be whole: a file disappears. */
  abandon(): void;
}

/** `-` is standard output. A file has its name only when it is whole. */
export function openSink(output: string): TextSink {
  if (output === '-')
    return { write: writer(process.stdout), finish: async () => undefined, abandon: () => undefined };
  const partial = `${output}.part`;
  try {
    mkdirSync(dirname(output), { recursive: true });
  } catch (cause) {
    throw unwritable(output, cause);
  }
  const stream = createWriteStream(partial);
  let failure: unknown;
  stream.on('error', (error) => {
    failure = error;
  });
  const write = writer(stream);
  return {
    async write(text) {
      if (failure === undefined) await write(text).catch(() => undefined);
      if (failure !== undefined) throw unwritable(output, failure);
    },
    async finish() {
      try {
        stream.end();
        await finished(stream);
        renameSync(partial, output);
      } catch (cause) {
        throw unwritable(output, cause);
      }
    },
    abandon() {
      stream.destroy();
      rmSync(partial, { force: true });
    },
  };
}

function writer(stream: Writable): (text: string | Uint8Array) => Promise<void> {
  return async (text) => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
}

function unwritable(output: string, cause: unknown): CommandError {
  const { code = '' } = cause as NodeJS.ErrnoException;
  return new CommandError(exitCodes.file, `${output} cannot be written (${code})`, { cause });
}
