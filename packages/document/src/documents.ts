import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { ChildAnswer, ChildRequest } from './child-message.ts';
import type { Languages } from './container-language.ts';
import { DocumentError } from './document-error.ts';
import type { ContainerType, DocumentType } from './document-type.ts';

export interface DocumentsOptions {
  /** Documents that are read or written at once; others wait. */
  readonly atOnce: number;
  /** Longest time for reading one; writing may last twice as long. */
  readonly timeoutMs: number;
  /** Most memory of the process that writes one (Linux), in bytes; reading may take seven tenths of it. */
  readonly maxMemoryBytes: number;
  /** The module that the processes run, in a bundle; default: its source. */
  readonly childEntry?: URL;
}

/** What is to stand in a document. */
export interface NewText {
  readonly type: ContainerType;
  /** As many as its text has, in their order, without their `<p>`. */
  readonly paragraphs: readonly string[];
  readonly languages: Languages;
}

/** The module of a child when all runs from its sources. */
const sourceEntry = new URL('./document-child-entry.ts', import.meta.url);

/** Reads and writes documents, each in a process of its own that ends when it takes too much. */
export class Documents {
  readonly #options: DocumentsOptions;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(options: DocumentsOptions) {
    this.#options = options;
  }

  /**
   * The text of a document: of a PDF plain text, of others HTML with a `<p>` for each paragraph.
   *
   * @throws DocumentError; the reason of the signal.
   */
  async readText(bytes: Uint8Array, type: DocumentType, signal: AbortSignal): Promise<string> {
    const answer = await this.#ask({ kind: 'read', bytes, type }, signal);
    if (!('text' in answer)) throw faultOf(answer);
    return answer.text;
  }

  /**
   * A document with other text.
   *
   * @throws as {@link readText}.
   */
  async writeText(
    bytes: Uint8Array,
    { type, paragraphs, languages }: NewText,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const answer = await this.#ask({ kind: 'write', bytes, type, paragraphs, languages }, signal);
    if (!('document' in answer)) throw faultOf(answer);
    return answer.document;
  }

  /** Writing takes more than reading: what was taken in is to be given back. */
  #limitsOf({ kind }: ChildRequest): DocumentsOptions {
    const { maxMemoryBytes, timeoutMs } = this.#options;
    return kind === 'read'
      ? { ...this.#options, maxMemoryBytes: readingShare * maxMemoryBytes }
      : { ...this.#options, timeoutMs: 2 * timeoutMs };
  }

  async #ask(request: ChildRequest, signal: AbortSignal): Promise<ChildAnswer> {
    if (this.#running >= this.#options.atOnce)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      signal.throwIfAborted();
      return await askChild(request, this.#limitsOf(request), signal);
    } finally {
      const next = this.#waiting.shift();
      // Its place goes on to who waits.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}

function faultOf(answer: ChildAnswer): Error {
  if ('code' in answer) return new DocumentError(answer.code, answer.message);
  return new Error(
    `A document could not be processed: ${'fault' in answer ? answer.fault : 'no such answer'}`,
  );
}

const watchMs = 50;
/** Writing took 1.2 times as much in measurements. */
const readingShare = 0.7;
/** Of the memory, for what is not code or bytes. */
const heapShare = 0.6;

async function askChild(
  request: ChildRequest,
  { timeoutMs, maxMemoryBytes, childEntry }: DocumentsOptions,
  signal: AbortSignal,
): Promise<ChildAnswer> {
  const megabytes = maxMemoryBytes / 1024 / 1024;
  const child = fork(childEntry ?? sourceEntry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // The heap is part of it: told so, it is tidied up before it grows.
    execArgv: [`--max-old-space-size=${Math.ceil(heapShare * megabytes)}`, '--max-semi-space-size=8'],
    // Nothing of ours is any of its business.
    env: {},
  });
  let tooMuch: 'time' | 'memory' | undefined;
  const end = (why?: 'time' | 'memory') => {
    tooMuch ??= why;
    child.kill('SIGKILL');
  };
  const left = () => end();
  signal.addEventListener('abort', left);
  const timer = setTimeout(() => end('time'), timeoutMs);
  const watch = setInterval(async () => {
    if ((await memoryOf(child)) > maxMemoryBytes) end('memory');
  }, watchMs);
  try {
    const answer = await answerOf(child, request);
    signal.throwIfAborted();
    if (answer !== undefined) return answer;
    throw new DocumentError(
      'document_too_complex',
      tooMuch === 'time' ? 'Reading it takes too long.' : 'Reading it takes too much memory.',
    );
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    signal.removeEventListener('abort', left);
    child.kill('SIGKILL');
  }
}

/** `undefined` when it ended without an answer. */
function answerOf(child: ChildProcess, request: ChildRequest): Promise<ChildAnswer | undefined> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as ChildAnswer));
    // Not at its exit, before which not all that it said has been read.
    child.once('disconnect', () => resolve(undefined));
    child.once('error', reject);
    child.send(request, () => undefined);
  });
}

const pageBytes = 4096;

/** Resident memory of a process; 0 where the system does not tell. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * pageBytes;
}
