import type { GlossaryEntry, Translation } from '@unlimited/contract';
import { ApiClient, type TextOptions } from './api-client.ts';
import type { CommandLine } from './command-line.ts';
import type { Display } from './display.ts';
import { CommandError, exitCodes } from './exit-code.ts';
import { Patience } from './patience.ts';
import { type PlannedText, planTexts } from './plan-texts.ts';
import { readGlossary } from './read-glossary.ts';
import type { RunState } from './run-state.ts';
import { ServerError } from './server-error.ts';
import { openSink } from './text-sink.ts';
import { openSource, type TextSource } from './text-source.ts';
import { translateText } from './translate-text.ts';

export interface RunContext {
  readonly command: CommandLine;
  readonly state: RunState;
  readonly display: Display;
  readonly version: string;
  readonly signal: AbortSignal;
}

interface TextContext extends RunContext {
  /** The words of `--glossary`. */
  readonly glossary: readonly GlossaryEntry[] | undefined;
}

/** Translates all texts of a command line, some at a time; returns the exit code. */
export async function run(runContext: RunContext): Promise<number> {
  const { command, display, signal } = runContext;
  const texts = planTexts(command);
  const glossary = command.glossary === undefined ? undefined : readGlossary(command.glossary);
  const context = { ...runContext, glossary };
  const owner = new Owner(context);
  // What goes to one output goes there in order.
  const jobs = texts.some(({ output }) => output === '-') ? 1 : command.jobs;
  const open = [...texts];
  let worst: number = exitCodes.done;
  const work = async () => {
    for (let text = open.shift(); text !== undefined; text = open.shift()) {
      try {
        await translateOne(context, owner, text);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof CommandError) || texts.length === 1) throw error;
        display.say(`${text.input}: ${error.message}`);
        worst ||= error.exitCode;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, texts.length) }, work));
  return worst;
}

async function translateOne(context: TextContext, owner: Owner, planned: PlannedText): Promise<void> {
  const { state, signal } = context;
  const source = await openSource(planned.input, state, signal);
  try {
    await translateSource(context, owner, planned, source);
  } finally {
    source.dispose();
  }
}

async function translateSource(
  context: TextContext,
  owner: Owner,
  { input, output, format, documentType }: PlannedText,
  { file, hash }: TextSource,
): Promise<void> {
  const { command, state, display, version, signal } = context;
  const { sourceLang, targetLang, lineBreaks, remembered, key, patienceMs } = command;
  const text: TextOptions = {
    ...{ sourceLang, targetLang, lineBreaks, remembered, format, documentType, glossary: context.glossary },
  };
  const server = command.server.href;
  const name = state.nameOf(hash, { ...text, server, key: key !== undefined });
  const known = state.find(name);
  const client = known
    ? new ApiClient({ server: command.server, key, version, cookie: known.cookie })
    : await owner.client();
  const sink = openSink(output);
  const patience = new Patience(patienceMs, signal);
  const onProgress = (translation: Translation) => display.update(input, translation);
  try {
    const done = await translateText({
      ...{ client, text, file, sink, patience, signal, onProgress },
      knownId: known?.id,
      onStored(translation) {
        state.store(name, { server, id: translation.id, cookie: client.cookie });
        owner.met(client);
        onProgress(translation);
      },
    });
    await sink.finish();
    onProgress(done);
    if (!command.keep) await removed(client, done.id, signal);
    state.forget(name);
    summarize(display, command, input, done);
  } catch (error) {
    sink.abandon();
    if (known === undefined) owner.met(client);
    throw error;
  }
}

/** A server that does not answer now removes it when its time is over. */
async function removed(client: ApiClient, id: string, signal: AbortSignal): Promise<void> {
  await client.remove(id, signal).catch((error: unknown) => {
    if (!(error instanceof ServerError)) throw error;
  });
}

function summarize(display: Display, { quiet }: CommandLine, input: string, done: Translation): void {
  if (quiet || done.flaggedCount === 0) return;
  const count = done.flaggedCount.toLocaleString('en');
  const name = input === '-' ? '' : `${input}: `;
  display.say(`${name}${count} of ${done.segmentCount.toLocaleString('en')} sentences should be looked at.`);
}

/** Whom the server knows us as: while it does not yet, the first text goes alone, so that all belong to one owner. */
class Owner {
  readonly #context: RunContext;
  #cookie: string | undefined;
  #introduction: PromiseWithResolvers<void> | undefined;

  constructor(context: RunContext) {
    this.#context = context;
    this.#cookie = context.state.cookieOf(context.command.server.href);
  }

  async client(): Promise<ApiClient> {
    const { server, key } = this.#context.command;
    if (key === undefined && this.#cookie === undefined) {
      const others = this.#introduction?.promise;
      this.#introduction ??= Promise.withResolvers();
      await others;
    }
    return new ApiClient({ server, key, version: this.#context.version, cookie: this.#cookie });
  }

  /** The server has answered this client, or never will. */
  met({ cookie }: ApiClient): void {
    if (cookie !== undefined && cookie !== this.#cookie) {
      this.#cookie = cookie;
      this.#context.state.storeCookie(this.#context.command.server.href, cookie);
    }
    this.#introduction?.resolve();
  }
}
