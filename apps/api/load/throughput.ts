import { readFileSync } from 'node:fs';
import type { Translation } from '@unlimited/contract';
import { createTestDatabase } from '@unlimited/local-stack';
import { createEngine, type Engine } from '@unlimited/marian';
import { readConfig } from '../src/read-config.ts';
import { Directions } from '../src/services/directions.ts';
import { type Translator, translateTexts } from '../src/services/translate-texts.ts';
import { engineOptions } from '../src/start-api.ts';
import { Client } from '../test/support/client.ts';
import type { Figure } from './figures.ts';
import { cpuSecondsOf, startReplica } from './replica.ts';

/** German that the bundled model never saw: news, letters, messages, prose; paragraphs of three sentences. */
function heldOutText(characters: number): string {
  const file = new URL(
    'training/written-heldout.tsv',
    import.meta.resolve('@unlimited/model-de-en/config.json'),
  );
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const sentences = lines.map((line) => line.split('\t').at(-2) ?? '');
  let text = '';
  for (let i = 0; text.length < characters; i += 1) {
    text += `${sentences[i % sentences.length]}${i % 3 === 2 ? '\n\n' : ' '}`;
  }
  return text;
}

/** What a long text took. */
interface Spent {
  readonly seconds: number;
  /** Of the engine's processes. */
  readonly engineCpu: number;
  /** Of the API, its engine not counted; none for the bare engine. */
  readonly apiCpu: number;
  readonly databaseCpu: number;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

type Processes = Readonly<Record<'engine' | 'api' | 'database', () => number[]>>;

async function measure(processes: Processes, work: () => Promise<unknown>): Promise<Spent> {
  const cpuOf = (name: keyof Processes) => sum(processes[name]().map(cpuSecondsOf));
  const read = () => ({
    seconds: performance.now() / 1000,
    engineCpu: cpuOf('engine'),
    apiCpu: cpuOf('api'),
    databaseCpu: cpuOf('database'),
  });
  const before = read();
  await work();
  const after = read();
  return {
    seconds: after.seconds - before.seconds,
    engineCpu: after.engineCpu - before.engineCpu,
    apiCpu: after.apiCpu - before.apiCpu,
    databaseCpu: after.databaseCpu - before.databaseCpu,
  };
}

type EngineCall = Parameters<Engine['translate']>;

/** What the service asks its engine for to translate these texts, were they one block: all at once, then what is tried again. */
async function callsFor(engine: Engine, texts: readonly string[]): Promise<EngineCall[]> {
  const calls: EngineCall[] = [];
  const recorder: Translator = {
    translate: (...call) => {
      calls.push(call);
      return engine.translate(...call);
    },
  };
  const [direction] = new Directions(engine.models).all;
  if (direction === undefined) throw new Error('there is no model to measure');
  await translateTexts(recorder, direction, texts, {});
  return calls;
}

function throughEngine(engine: Engine, calls: readonly EngineCall[]): Promise<Spent> {
  const pids = () => engine.stats().models.flatMap(({ processes }) => processes.map(({ pid }) => pid));
  return measure({ engine: pids, api: () => [], database: () => [] }, async () => {
    for (const call of calls) await engine.translate(...call);
  });
}

/**
 * The speed of a long text through HTTP, segmenter and database, beside that of the engine that is handed the same sentences, turn
 * by turn; and where the difference goes: the service tries flagged sentences again, which the engine is asked for in turns of
 * its own. Nothing is kept of the text, so that the memory does not know it.
 */
export async function throughput(options: {
  /** Where its process is not known, what the database takes is not said. */
  server: { url: string; pid?: number };
  characters: number;
  rounds: number;
}): Promise<Figure[]> {
  const database = await createTestDatabase(options.server.url);
  const replica = await startReplica(database.url);
  const engine = await createEngine(
    engineOptions(readConfig({ ...process.env, DATABASE_URL: database.url })),
  );
  try {
    const visitor = new Client(replica.url);
    const translate = async (text: string) => {
      const query = 'sourceLang=de&targetLang=en&keep=false';
      const { id } = (await (await visitor.upload(text, query)).json()) as Translation;
      // To the translation's last byte.
      await visitor.targetText(id);
      return id;
    };
    const text = heldOutText(options.characters);
    // Once before it counts: both have all their processes then, and a service that has been up for a while, all its code compiled.
    const segmented = await visitor.segments(await translate(text));
    const texts = segmented.map(({ sourceText }) => sourceText).filter((each) => each !== '');
    const calls = await callsFor(engine, texts);
    const { pid } = options.server;
    const ofService = {
      engine: replica.enginePids,
      api: () => [replica.pid],
      database: () => (pid === undefined ? [] : [pid]),
    };
    const service: Spent[] = [];
    const bare: Spent[] = [];
    const bareAgain: Spent[] = [];
    const translatedBefore = await replica.metric('engine_segments_total');
    for (let round = 1; round <= options.rounds; round += 1) {
      const turns = [
        async () => service.push(await measure(ofService, () => translate(text))),
        async () => bare.push(await throughEngine(engine, calls.slice(0, 1))),
        async () => bareAgain.push(await throughEngine(engine, calls)),
      ];
      // A machine that gets slower or faster meanwhile shall favour neither.
      for (const turn of round % 2 === 1 ? turns : turns.toReversed()) await turn();
    }
    const segments = options.rounds * texts.length;
    const translated = (await replica.metric('engine_segments_total')) - translatedBefore;
    const total = (of: readonly Spent[], what: keyof Spent) => sum(of.map((each) => each[what]));
    return [
      { name: 'segments', value: segments },
      { name: 'segments that the service had translated, again with beams included', value: translated },
      { name: 'service', value: segments / total(service, 'seconds'), unit: 'segments/s' },
      { name: 'bare engine', value: segments / total(bare, 'seconds'), unit: 'segments/s' },
      {
        name: 'bare engine, trying again',
        value: segments / total(bareAgain, 'seconds'),
        unit: 'segments/s',
      },
      { name: 'service / bare engine', value: total(bare, 'seconds') / total(service, 'seconds') },
      {
        name: 'service / bare engine, trying again',
        value: total(bareAgain, 'seconds') / total(service, 'seconds'),
      },
      { name: 'service: time', value: total(service, 'seconds'), unit: 's' },
      { name: 'service: engine', value: total(service, 'engineCpu'), unit: 'CPU s' },
      { name: 'service: API', value: total(service, 'apiCpu'), unit: 'CPU s' },
      ...(pid === undefined
        ? []
        : [{ name: 'service: database', value: total(service, 'databaseCpu'), unit: 'CPU s' }]),
      { name: 'bare engine: time', value: total(bare, 'seconds'), unit: 's' },
      { name: 'bare engine: engine', value: total(bare, 'engineCpu'), unit: 'CPU s' },
      { name: 'bare engine, trying again: engine', value: total(bareAgain, 'engineCpu'), unit: 'CPU s' },
    ];
  } finally {
    await engine.close();
    await replica.stop();
    await database.drop();
  }
}
