import { InferenceSession, type Tensor } from 'onnxruntime-node';
import { batchFeeds } from '../batch-feeds.ts';
import { sessionOptions } from '../session-options.ts';
import type { GraphOptions } from './marian-graph.ts';
import { buildMarianGraph } from './marian-graph.ts';
import { createObserver } from './observer.ts';
import { encodeOnnx } from './onnx-file.ts';
import type { Range } from './precision.ts';

/**
 * Translates sample sentences greedily in floats and sees how small and how large the activations get at each point of
 * the model that is to be computed in 8 bits.
 */
export async function calibrate(
  options: Pick<GraphOptions, 'weights' | 'config'>,
  sentences: readonly (readonly number[])[],
): Promise<Map<string, Range>> {
  const observer = createObserver();
  const { model, observations } = buildMarianGraph({
    ...options,
    precision: observer.precision,
    beamSize: 1,
    observer,
  });
  const session = await InferenceSession.create(encodeOnnx(model), sessionOptions(1));
  const ranges = new Map<string, Range>();
  for (const ids of sentences) {
    const sentence = { ids, maxTargetTokens: Math.min(2 * ids.length + 4, options.config.maxTargetTokens) };
    const outputs = await session.run(batchFeeds([sentence], options.config, 1));
    const valuesOf = (name: string) => [...((outputs[name] as Tensor).data as Float32Array)];
    for (const { point, min, max } of observations) {
      const values = [...valuesOf(min), ...valuesOf(max)];
      const known = ranges.get(point) ?? { min: 0, max: 0 };
      ranges.set(point, { min: Math.min(known.min, ...values), max: Math.max(known.max, ...values) });
    }
  }
  await session.release();
  return ranges;
}
