import type { MemoryFigures, OpenFigures } from './measurement.ts';
import type { TurnFigures } from './take-turns.ts';

export interface BenchResult extends OpenFigures, TurnFigures {
  readonly model: string;
  readonly system: string;
  readonly graphMb?: number;
  /** Of a process like the engine's own, which has no tokenizer. */
  readonly memory?: readonly MemoryFigures[];
}

function pad(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, column) => (column < 2 ? String(cell).padEnd(8 + 18 * column) : String(cell).padStart(10)))
    .join('');
}

/** Three tables: speed with its ratios, what a process takes, and memory by steps. */
export function toTable(results: readonly BenchResult[]): string {
  const lines = [pad(['model', 'system', 'batch', 'tok/cpu-s', '×same', '×single', 'tok/s', 'ms', 'cpu ms'])];
  for (const { model, system, batches } of results) {
    for (const figures of batches) {
      const cells = [
        figures.batch,
        figures.tokensPerCpuSecond.toFixed(),
        figures.timesSame.toFixed(2),
        figures.timesSingle.toFixed(2),
        figures.tokensPerSecond.toFixed(),
        figures.latencyMs.toFixed(1),
        figures.cpuMs.toFixed(1),
      ];
      lines.push(pad([model, system, ...cells]));
    }
  }
  lines.push('', pad(['model', 'system', 'load ms', '1st token', 'peak MB', 'graph MB']));
  for (const { model, system, loadMs, firstTokenMs, peakMemoryMb, graphMb } of results) {
    const cells = [loadMs.toFixed(), `${firstTokenMs.toFixed(1)} ms`, peakMemoryMb.toFixed()];
    lines.push(pad([model, system, ...cells, graphMb?.toFixed() ?? '']));
  }
  lines.push('', pad(['model', 'process', 'after', 'peak MB', '× graph', 'own MB', '× graph']));
  for (const { model, system, memory = [], graphMb = 0 } of results) {
    for (const { after, peakMb, ownMb } of memory) {
      const cells = [peakMb, ownMb].flatMap((mb) => [mb.toFixed(), (mb / graphMb).toFixed(2)]);
      lines.push(pad([model, system, after, ...cells]));
    }
  }
  return lines.join('\n');
}
