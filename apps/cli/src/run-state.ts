import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A text that is with a server. The cookie says whose it is; with an API key there is none. */
export interface StoredRun {
  readonly server: string;
  readonly id: string;
  readonly cookie?: string | undefined;
}

/** Beyond that no server keeps an unfinished run. */
const longestMs = 90 * 24 * 60 * 60_000;

/**
 * What outlives a run: which texts are with which server, and the cookies that say whose they are. Files of one's own
 * that nobody else can read, each replaced as a whole.
 */
export class RunState {
  readonly #folder: string;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    const base = env.XDG_STATE_HOME || join(homedir(), '.local', 'state');
    this.#folder = join(base, 'unlimited-translation');
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    chmodSync(this.#folder, 0o700);
    this.#tidy();
  }

  /** The name of a run: the same for the same text, sent to the same server with the same wishes. */
  nameOf(contentHash: string, wishes: Readonly<Record<string, unknown>>): string {
    return createHash('sha256')
      .update(JSON.stringify([contentHash, wishes]))
      .digest('hex')
      .slice(0, 40);
  }

  find(name: string): StoredRun | undefined {
    return this.#read<StoredRun>(`run-${name}.json`);
  }

  store(name: string, run: StoredRun): void {
    this.#write(`run-${name}.json`, run);
  }

  forget(name: string): void {
    rmSync(this.#path(`run-${name}.json`), { force: true });
  }

  /** All runs that did not come to an end, by name. */
  unfinished(): [name: string, run: StoredRun][] {
    return this.#files().flatMap((file) => {
      const name = /^run-(\w+)\.json$/.exec(file)?.[1];
      const run = name === undefined ? undefined : this.find(name);
      return name === undefined || run === undefined ? [] : [[name, run] as [string, StoredRun]];
    });
  }

  cookieOf(server: string): string | undefined {
    return this.#read<Record<string, string>>('cookies.json')?.[server];
  }

  storeCookie(server: string, cookie: string): void {
    this.#write('cookies.json', { ...this.#read<Record<string, string>>('cookies.json'), [server]: cookie });
  }

  /** A file for what comes from standard input, which cannot be read twice. It goes with this process. */
  spoolFile(): string {
    return this.#path(`spool-${process.pid}-${randomUUID()}`);
  }

  #path(file: string): string {
    return join(this.#folder, file);
  }

  #files(): string[] {
    return readdirSync(this.#folder).sort();
  }

  #read<T>(file: string): T | undefined {
    try {
      return JSON.parse(readFileSync(this.#path(file), 'utf8')) as T;
    } catch {
      return undefined;
    }
  }

  #write(file: string, content: unknown): void {
    const partial = this.#path(`${file}.${process.pid}`);
    writeFileSync(partial, JSON.stringify(content), { mode: 0o600 });
    renameSync(partial, this.#path(file));
  }

  /** Takes away what killed runs left: texts from standard input, and runs that are too old to go on. */
  #tidy(): void {
    for (const file of this.#files()) {
      const pid = Number(/^spool-(\d+)-/.exec(file)?.[1] ?? /\.json\.(\d+)$/.exec(file)?.[1]);
      const orphaned = pid > 0 && !isRunning(pid);
      const old = file.startsWith('run-') && Date.now() - statSync(this.#path(file)).mtimeMs > longestMs;
      if (orphaned || old) rmSync(this.#path(file), { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
