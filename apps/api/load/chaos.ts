import { BLOCK_SIZE, createDatabase } from '@unlimited/db';
import { createTestDatabase, type OwnServer } from '@unlimited/local-stack';
import { Client } from '../test/support/client.ts';
import { germanText } from '../test/support/german-text.ts';
import type { Figure } from './figures.ts';
import { Fleet } from './fleet.ts';

export interface ChaosOptions {
  readonly server: OwnServer;
  readonly replicas: number;
  /** Lengths of the texts that are translated at once, UTF-16 code units. */
  readonly lengths: readonly number[];
  /** Pause between two disturbances. */
  readonly everyMs: number;
}

/**
 * Translates a corpus twice, once in peace and once while replicas, engine processes, connections and the database
 * are killed at random, and compares.
 *
 * @throws Error when a text does not complete, or comes out otherwise than in peace.
 */
export async function chaos(options: ChaosOptions): Promise<Figure[]> {
  const texts = options.lengths.map((length, i) => germanText(length, i + 1));
  const peace = await run(options, texts, false);
  const storm = await run(options, texts, true);
  const different = storm.targets.filter((target, i) => target !== peace.targets[i]).length;
  if (different > 0) throw new Error(`${different} of ${texts.length} texts came out differently`);
  return [
    { name: 'texts, all complete and equal to an undisturbed run', value: texts.length },
    { name: 'segments', value: storm.segments },
    ...Object.entries(storm.disturbances).map(([name, value]) => ({ name, value })),
    { name: 'segments delivered twice or never by event streams', value: storm.misdelivered },
    { name: 'segments with two results', value: 0, unit: '(a segment is one row, written once)' },
    { name: 'segments translated more than once', value: storm.repeated, unit: 'at most' },
    { name: 'share of all', value: (storm.repeated * 100) / storm.segments, unit: '%' },
    { name: 'in peace', value: peace.seconds, unit: 's' },
    { name: 'under disturbance', value: storm.seconds, unit: 's' },
  ];
}

interface Run {
  /** The translations, in the order of the texts. */
  readonly targets: string[];
  readonly seconds: number;
  readonly segments: number;
  readonly misdelivered: number;
  readonly repeated: number;
  readonly disturbances: Readonly<Record<string, number>>;
}

async function run(
  { server, replicas, everyMs }: ChaosOptions,
  texts: readonly string[],
  disturbed: boolean,
): Promise<Run> {
  const database = await createTestDatabase(server.url);
  const fleet = await Fleet.start(database.url, replicas);
  const storm = disturbed ? new Storm(fleet, server, everyMs) : undefined;
  const beganAt = performance.now();
  try {
    const done = await Promise.all(texts.map((text) => fleet.patiently((url) => submit(url, text))));
    storm?.begin();
    const readings = await Promise.all(done.map((each) => follow(fleet, each)));
    const seconds = (performance.now() - beganAt) / 1000;
    await storm?.end();
    const targets = await Promise.all(
      done.map((each) => fleet.patiently((url) => each.at(url).targetText(each.id))),
    );
    return {
      targets,
      seconds,
      segments: done.reduce((sum, { segmentCount }) => sum + segmentCount, 0),
      misdelivered: readings.reduce((sum, wrong) => sum + wrong, 0),
      repeated: await countRepeated(database.url),
      disturbances: storm?.counts ?? {},
    };
  } finally {
    await storm?.end();
    await fleet.stop();
    await database.drop();
  }
}

interface Submitted {
  readonly id: string;
  readonly segmentCount: number;
  /** The visitor whose text it is, at any replica. */
  at(url: string): Client;
}

async function submit(url: string, text: string): Promise<Submitted> {
  const visitor = new Client(url);
  const { id, segmentCount } = await visitor.translate(text);
  return { id, segmentCount, at: (other) => visitor.movedTo(other) };
}

/** Reads a translation's events to the end, from whichever replica answers; returns how many segments came not once. */
async function follow(fleet: Fleet, { id, segmentCount, at }: Submitted): Promise<number> {
  const seen = new Uint8Array(segmentCount);
  let lastEventId: number | undefined;
  let ended = false;
  while (!ended) {
    await fleet.patiently(async (url) => {
      for await (const { id: eventId, event } of at(url).events(
        id,
        lastEventId,
        AbortSignal.timeout(20_000),
      )) {
        lastEventId = eventId ?? lastEventId;
        if (event.event === 'problem') throw new Error(event.data.code);
        if (event.event === 'done') ended = true;
        if (event.event !== 'segments') continue;
        for (const { index } of event.data.segments) seen[index] = (seen[index] ?? 0) + 1;
      }
    });
  }
  return seen.filter((times) => times !== 1).length;
}

/** Segments in blocks that were claimed more than once: at most so many were translated again. */
async function countRepeated(databaseUrl: string): Promise<number> {
  const db = createDatabase({ url: databaseUrl, poolSize: 1 });
  try {
    const blocks = await db
      .selectFrom('block')
      .select(['attempts', 'segment_count'])
      .where('attempts', '>', 1)
      .execute();
    return blocks.reduce((sum, block) => sum + (block.attempts - 1) * (block.segment_count ?? BLOCK_SIZE), 0);
  } finally {
    await db.destroy();
  }
}

/** Disturbs everything in turn, in an order that is the same each time. */
class Storm {
  readonly counts = {
    'replicas killed': 0,
    'engine processes killed': 0,
    'connections killed': 0,
    'database restarts': 0,
  };
  readonly #fleet: Fleet;
  readonly #server: OwnServer;
  readonly #everyMs: number;
  #running: Promise<void> | undefined;
  #over = false;

  constructor(fleet: Fleet, server: OwnServer, everyMs: number) {
    this.#fleet = fleet;
    this.#server = server;
    this.#everyMs = everyMs;
  }

  begin(): void {
    this.#running = this.#rage();
  }

  async end(): Promise<void> {
    this.#over = true;
    await this.#running;
  }

  async #rage(): Promise<void> {
    for (let round = 0; !this.#over; round++) {
      await new Promise((resolve) => setTimeout(resolve, this.#everyMs));
      if (this.#over) return;
      if (round % 4 === 0) await this.#killReplica(round);
      if (round % 4 === 1) await this.#killEngine(round);
      if (round % 4 === 2) await this.#killConnections();
      if (round % 4 === 3) await this.#restartDatabase(round);
    }
  }

  async #killReplica(round: number): Promise<void> {
    await this.#fleet.replace(round);
    this.counts['replicas killed']++;
  }

  async #killEngine(round: number): Promise<void> {
    const [pid] = this.#fleet.pick(round).enginePids();
    if (pid === undefined) return;
    process.kill(pid, 'SIGKILL');
    this.counts['engine processes killed']++;
  }

  async #killConnections(): Promise<void> {
    this.counts['connections killed'] += await this.#server.killConnections();
  }

  /** Every second time without asking. */
  async #restartDatabase(round: number): Promise<void> {
    await (round % 8 === 3 ? this.#server.kill() : this.#server.stop());
    await this.#server.start();
    this.counts['database restarts']++;
  }
}
