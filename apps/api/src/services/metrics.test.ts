import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { workMetrics } from './metrics.ts';

test('every flag is counted, whether a block, the intake or a reader stored the segment', async () => {
  const registry = new Registry();
  const metrics = workMetrics(registry);
  metrics.blockEnded('stored', 0.5, [
    { origin: 'model', flags: ['repetition', 'length_off'] },
    { origin: 'memory', flags: [] },
  ]);
  metrics.segmentsStored([
    { origin: 'copy', flags: ['already_target'] },
    { origin: null, flags: ['repaired_source'] },
    { origin: 'edit', flags: [] },
  ]);
  const text = await registry.metrics();
  for (const flag of ['repetition', 'length_off', 'already_target', 'repaired_source']) {
    expect(text).toContain(`translation_flags_total{flag="${flag}"} 1`);
  }
  for (const origin of ['model', 'memory', 'copy', 'edit']) {
    expect(text).toContain(`translation_segments_total{origin="${origin}"} 1`);
  }
});
