import { setTimeout as delay } from 'node:timers/promises';
import {
  claimBlocks,
  completeBlock,
  createDatabase,
  failBlock,
  renewLeases,
  retryTransient,
} from '../../src/index.ts';

/**
 * A replica for tests, started with `fork`: claims blocks and stores for each segment who translated it, until it is
 * told to stop. What it stored it tells its parent. Some blocks it fails, and with some it sleeps past its lease.
 */
export interface Stored {
  readonly block: string;
  /** The mark on each of its target texts, different for each attempt of each worker. */
  readonly mark: string;
}

const [url, leaseOwner, modelKey] = process.argv.slice(2) as [string, string, string];
const leaseMs = 400;
const db = createDatabase({ url, poolSize: 4 });
let stopped = false;
let attempt = 0;
process.on('message', () => {
  stopped = true;
});

const tell = (stored: Stored) => new Promise<void>((resolve) => process.send?.(stored, () => resolve()));

async function work(): Promise<void> {
  const claim = { leaseOwner, leaseMs, limit: 1 + Math.floor(Math.random() * 4), modelKeys: [modelKey] };
  const blocks = await retryTransient(() => claimBlocks(db, claim));
  if (blocks.length === 0) await delay(20);
  await Promise.all(
    blocks.map(async ({ translationId, blockNo, segments }) => {
      const key = { leaseOwner, translationId, blockNo };
      const luck = Math.random();
      if (luck < 0.05) await retryTransient(() => failBlock(db, { ...key, maxAttempts: 1000 }));
      else {
        if (luck < 0.1) await delay(leaseMs * 1.5);
        else if (luck < 0.15)
          await retryTransient(() => renewLeases(db, { leaseOwner, leaseMs, blocks: [key] }));
        const mark = `${leaseOwner}#${attempt++}`;
        const results = segments.map(({ index, sourceText }) => ({
          index,
          targetText: `${sourceText}@${mark}`,
          origin: 'model' as const,
          flags: index % 10 === 0 ? ['cut_short'] : [],
        }));
        // Not retried after a lost connection: then nobody could tell whether it was stored.
        const stored = await completeBlock(db, { ...key, results });
        if (stored) await tell({ block: `${translationId}/${blockNo}`, mark });
      }
    }),
  );
}

while (!stopped) await work().catch(note);
await db.destroy();
process.disconnect();

function note(error: { code?: string; errno?: number }): void {
  process.send?.({ error: `${error.code} ${error.errno} ${error}` });
}
