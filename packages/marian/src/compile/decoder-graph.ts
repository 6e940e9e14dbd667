import {
  addNorm,
  attendMasked,
  feedForward,
  type GraphContext,
  plain,
  scaledQueries,
  splitHeads,
  spreadLinears,
  withOnes,
} from './encoder-graph.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { DecoderLayer } from './marian-weights.ts';

/** Names of keys and values. */
export interface KeysValues {
  readonly keys: string;
  readonly values: string;
}

/**
 * Keys (turned) and values (with a column of ones) of the encoder's output, for each layer: computed once a batch. One
 * product for all layers would be no faster, and hold three copies of everything at a time.
 */
export function crossKeysValues(
  graph: GraphBuilder,
  { precision, width }: GraphContext,
  encoded: string,
  layers: readonly DecoderLayer[],
  heads: number,
): KeysValues[] {
  const prepared = precision.prepare(graph, encoded, 'encoded');
  return layers.map(({ crossAttention: { k, v } }) => {
    const [keys = '', values = ''] = spreadLinears(graph, precision, prepared, plain(k), plain(v));
    return {
      keys: splitHeads(graph, keys, heads, width, true),
      values: withOnes(graph, splitHeads(graph, values, heads, width)),
    };
  });
}

export interface StepInput {
  readonly x: string;
  readonly past: KeysValues;
  readonly cross: KeysValues;
  readonly maskBias: string;
}

/**
 * One layer for one new token of each row, x: [rows, 1, width]. The rows of one sentence (its beams) are the query positions
 * of one cross-attention, so that the keys and values of a source exist once.
 */
export function decoderLayer(
  graph: GraphBuilder,
  context: GraphContext,
  { x, past, cross, maskBias }: StepInput,
  layer: DecoderLayer,
  { heads, beamSize, point }: { heads: number; beamSize: number; point: string },
): { readonly x: string; readonly present: KeysValues } {
  const { precision, width } = context;
  const headWidth = width / heads;
  const { q, k, v, out } = layer.selfAttention;
  const prepared = precision.prepare(graph, x, `${point}.self`);
  const product = precision.linear(graph, prepared, scaledQueries(q, heads), plain(k), plain(v));
  const [queries = '', keys = '', values = ''] = graph.ops(
    'Split',
    [graph.reshape(product, [0, 3 * heads, 1, headWidth]), graph.ints([heads, heads, heads])],
    3,
    { attributes: { axis: 1 } },
  );
  const present = {
    keys: graph.op('Concat', [past.keys, keys], { axis: 2 }),
    values: graph.op('Concat', [past.values, values], { axis: 2 }),
  };
  const scores = graph.fused('FusedMatMul', [queries, present.keys], { transB: 1 });
  const mixed = graph.op('MatMul', [graph.op('Softmax', [scores], { axis: -1 }), present.values]);
  const joined = precision.prepare(graph, graph.reshape(mixed, [0, 1, width]), `${point}.out`);
  const middle = addNorm(graph, x, precision.linear(graph, joined, plain(out)), layer.selfNorm);
  const upper = crossAttend(graph, context, middle, cross, maskBias, layer, { heads, beamSize, point });
  return { x: feedForward(graph, context, upper, layer, point), present };
}

function crossAttend(
  graph: GraphBuilder,
  { precision, width }: GraphContext,
  x: string,
  cross: KeysValues,
  maskBias: string,
  layer: DecoderLayer,
  { heads, beamSize, point }: { heads: number; beamSize: number; point: string },
): string {
  const { q, out } = layer.crossAttention;
  const headWidth = width / heads;
  const projected = precision.linear(
    graph,
    precision.prepare(graph, x, `${point}.cross`),
    scaledQueries(q, heads),
  );
  const queries =
    beamSize === 1
      ? graph.reshape(projected, [0, heads, 1, headWidth])
      : graph.op('Transpose', [graph.reshape(projected, [-1, beamSize, heads, headWidth])], {
          perm: [0, 2, 1, 3],
        });
  const scores = graph.op('MatMul', [queries, cross.keys]);
  const mixed = attendMasked(graph, scores, maskBias, cross.values, headWidth);
  const turned = beamSize === 1 ? mixed : graph.op('Transpose', [mixed], { perm: [0, 2, 1, 3] });
  const joined = precision.prepare(graph, graph.reshape(turned, [-1, 1, width]), `${point}.crossOut`);
  return addNorm(graph, x, precision.linear(graph, joined, plain(out)), layer.crossNorm);
}
