import { type Replica, startReplica } from './replica.ts';

const patienceMs = 10 * 60_000;

/** Replicas on one database, of which any may die at any time. */
export class Fleet {
  readonly #databaseUrl: string;
  readonly #replicas: Replica[];

  private constructor(databaseUrl: string, replicas: Replica[]) {
    this.#databaseUrl = databaseUrl;
    this.#replicas = replicas;
  }

  static async start(databaseUrl: string, count: number): Promise<Fleet> {
    const first = await startOne(databaseUrl);
    const others = await Promise.all(Array.from({ length: count - 1 }, () => startOne(databaseUrl)));
    return new Fleet(databaseUrl, [first, ...others]);
  }

  pick(number: number): Replica {
    return this.#replicas[number % this.#replicas.length] as Replica;
  }

  /** Kills one and starts another in its place. */
  async replace(number: number): Promise<void> {
    const index = number % this.#replicas.length;
    await this.pick(index).kill();
    this.#replicas[index] = await startOne(this.#databaseUrl);
  }

  /** Does something at one replica after another until it succeeds. */
  async patiently<T>(work: (url: string) => Promise<T>): Promise<T> {
    const until = performance.now() + patienceMs;
    for (let number = Math.floor(Math.random() * this.#replicas.length); ; number++) {
      try {
        return await work(this.pick(number).url);
      } catch (error) {
        if (performance.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.#replicas.map((replica) => replica.stop()));
  }
}

/** Retried, for the database may be away at this moment. */
async function startOne(databaseUrl: string, attempts = 10): Promise<Replica> {
  try {
    return await startReplica(databaseUrl, {
      ENGINE_PROCESSES: '1',
      LEASE_MS: '3000',
      BLOCKS_IN_FLIGHT: '2',
    });
  } catch (error) {
    if (attempts === 1) throw error;
    return startOne(databaseUrl, attempts - 1);
  }
}
