import type { MeasuredSystem } from './measured-system.ts';
import type { RunFigures } from './measurement.ts';

/** What a batch size took a system, the medians of all rounds. */
export interface BatchFigures {
  readonly batch: number;
  readonly tokensPerCpuSecond: number;
  readonly tokensPerSecond: number;
  /** From text to text, milliseconds. */
  readonly latencyMs: number;
  readonly cpuMs: number;
  /** Tokens per CPU second as a multiple of what the peer did in the same round: with the same batch, and with one sentence at a time. */
  readonly timesSame: number;
  readonly timesSingle: number;
}

/** What one system did. */
export interface TurnFigures {
  readonly batches: readonly BatchFigures[];
  readonly peakMemoryMb: number;
}

/** As many rounds as fit into the time, but some; the first one does not count. */
const rounds = { least: 6, most: 16, ms: 120_000 };

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

const tokensPerCpuSecond = ({ tokens, cpuSeconds }: RunFigures) => tokens / cpuSeconds;

/**
 * Measures systems turn by turn, in both orders, so that a machine that gets slower or faster meanwhile favours none: one after
 * the other, the same graph comes out up to a sixth faster or slower. Gives the figures of each, in their order.
 */
export async function takeTurns(
  systems: readonly MeasuredSystem[],
  peer: MeasuredSystem,
  batches: readonly number[],
): Promise<TurnFigures[]> {
  /** Of each round, by batch and system. */
  const measured: Map<number, Map<MeasuredSystem, RunFigures>>[] = [];
  const begun = performance.now();
  for (
    let round = 0;
    round < rounds.least || (round < rounds.most && performance.now() - begun < rounds.ms);
    round += 1
  ) {
    const figures = new Map(batches.map((batch) => [batch, new Map<MeasuredSystem, RunFigures>()]));
    for (const [batch, ofBatch] of figures) {
      for (const system of round % 2 === 0 ? systems : systems.toReversed()) {
        ofBatch.set(system, await system.run(batch));
      }
    }
    if (round > 0) measured.push(figures);
  }
  return systems.map((system) => {
    const runsWith = (batch: number) =>
      measured.map((ofRound) => ({
        run: ofRound.get(batch)?.get(system) as RunFigures,
        same: ofRound.get(batch)?.get(peer) as RunFigures,
        single: ofRound.get(1)?.get(peer) as RunFigures,
      }));
    const peakMemoryMb = Math.max(...batches.flatMap(runsWith).map(({ run }) => run.peakMemoryMb));
    return { batches: batches.map((batch) => toFigures(batch, runsWith(batch))), peakMemoryMb };
  });
}

interface Compared {
  readonly run: RunFigures;
  /** The peer's with the same batch. */
  readonly same: RunFigures;
  /** The peer's with one sentence at a time. */
  readonly single: RunFigures;
}

function toFigures(batch: number, runs: readonly Compared[]): BatchFigures {
  const over = (read: (compared: Compared) => number) => median(runs.map(read));
  return {
    batch,
    tokensPerCpuSecond: over(({ run }) => tokensPerCpuSecond(run)),
    tokensPerSecond: over(({ run }) => run.tokens / run.seconds),
    latencyMs: over(({ run }) => (run.seconds / run.calls) * 1e3),
    cpuMs: over(({ run }) => (run.cpuSeconds / run.calls) * 1e3),
    timesSame: over(({ run, same }) => tokensPerCpuSecond(run) / tokensPerCpuSecond(same)),
    timesSingle: over(({ run, single }) => tokensPerCpuSecond(run) / tokensPerCpuSecond(single)),
  };
}
