import type { ModelConfig } from '../model-config.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Carried } from './loop.ts';
import type { Observation, Observer } from './observer.ts';
import { elementType } from './onnx-tensor.ts';

/** One step of the decoder: a token for each row, the step's number, the caches → logits of the next token, caches. */
export type DecodeStep = (
  graph: GraphBuilder,
  tokens: string,
  index: string,
  caches: readonly string[],
) => { readonly logits: string; readonly caches: readonly string[] };

export interface LoopContext {
  readonly config: ModelConfig;
  readonly beamSize: number;
  /** Columns of the logits. */
  readonly paddedSize: number;
  readonly layers: number;
  readonly step: DecodeStep;
  readonly observer?: Observer;
}

export interface SearchOutput {
  readonly outputIds: string;
  readonly observations: readonly Observation[];
}

/** Keys and values of no tokens yet, for every layer. `rows`: their number, as a vector of one. */
export function emptyCaches(graph: GraphBuilder, rows: string, { config, layers }: LoopContext): Carried[] {
  const { decoderHeads: heads, dModel } = config;
  const shape = graph.op('Concat', [rows, graph.ints([heads, 0, dModel / heads])], { axis: 0 });
  const initial = graph.op('ConstantOfShape', [shape]);
  return Array.from({ length: 2 * layers }, () => ({
    initial,
    type: 'float' as const,
    dims: [null, heads, null, dModel / heads],
  }));
}

/** Whether any value of a vector of booleans is false. */
export function anyFalse(graph: GraphBuilder, values: string): string {
  const open = graph.op('Cast', [graph.op('Not', [values])], { to: elementType.int32 });
  return graph.op('Cast', [graph.op('ReduceMax', [open], { keepdims: 0 })], { to: elementType.bool });
}

/** 0, 1, 2 … for each entry of a vector's first dimension. */
export function countUp(graph: GraphBuilder, values: string): string {
  const length = graph.op('Gather', [graph.op('Shape', [values]), graph.int(0)]);
  return graph.op('Range', [graph.int(0), length, graph.int(1)]);
}
