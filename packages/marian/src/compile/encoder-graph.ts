import type { GraphBuilder } from './graph-builder.ts';
import type { Activation, EncoderLayer, Linear, Norm } from './marian-weights.ts';
import type { ScaledLinear } from './matrices.ts';
import type { Precision, Prepared } from './precision.ts';

/** What all parts of the graph have in common. */
export interface GraphContext {
  readonly precision: Precision;
  readonly activation: Activation;
  /** Model width. */
  readonly width: number;
}

/**
 * norm(x + y), x: [tokens, 1, width]. Written with an instance normalisation, whose kernel is vectorised: ONNX Runtime's
 * layer normalisations add one number after the other and take eight times as long. It takes each token for an instance
 * of one channel, which is why activations have that dimension of one.
 */
export function addNorm(graph: GraphBuilder, x: string, y: string, { gamma, beta, epsilon }: Norm): string {
  const sum = graph.op('Add', [x, y]);
  const normalised = graph.op('InstanceNormalization', [sum, graph.floats([1]), graph.floats([0])], {
    epsilon: { float: epsilon },
  });
  const scaled = graph.op('Mul', [normalised, graph.weight([gamma.length], gamma)]);
  return graph.op('Add', [scaled, graph.weight([beta.length], beta)]);
}

export function feedForward(
  graph: GraphBuilder,
  { precision, activation }: GraphContext,
  x: string,
  layer: EncoderLayer,
  point: string,
): string {
  const inner = precision.linear(graph, precision.prepare(graph, x, `${point}.fc1`), plain(layer.fc1));
  const activated =
    activation === 'relu' ? inner : graph.fused('QuickGelu', [inner], { alpha: { float: 1 } });
  const prepared = precision.prepare(graph, activated, `${point}.fc2`, activation === 'relu');
  return addNorm(graph, x, precision.linear(graph, prepared, plain(layer.fc2)), layer.finalNorm);
}

/** One product for several layers with the same input; of each an output as `spread` makes it. */
export function spreadLinears(
  graph: GraphBuilder,
  precision: Precision,
  input: Prepared,
  ...parts: readonly ScaledLinear[]
): string[] {
  const product = spread(graph, precision.linear(graph, input, ...parts));
  const sizes = graph.ints(parts.map(({ linear }) => linear.weight.columns));
  return graph.ops('Split', [product, sizes], parts.length, { attributes: { axis: -1 } });
}

/** [tokens, 1, width] → [batch, length, 1, width], for what looks at sentences as such. */
function spread(graph: GraphBuilder, x: string): string {
  return graph.op('Gather', [x, 'slots']);
}

export function plain(linear: Linear): ScaledLinear {
  return { linear, factor: 1 };
}

/** Queries scaled by the root of their width, which the scores would otherwise be divided by. */
export function scaledQueries(linear: Linear, heads: number): ScaledLinear {
  return { linear, factor: (linear.weight.columns / heads) ** -0.5 };
}

/** [batch, length, model width] → [batch, heads, length, width], or with the last two exchanged. */
export function splitHeads(
  graph: GraphBuilder,
  x: string,
  heads: number,
  width: number,
  turned = false,
): string {
  const perm = turned ? [0, 2, 3, 1] : [0, 2, 1, 3];
  return graph.op('Transpose', [graph.reshape(x, [0, 0, heads, width / heads])], { perm });
}

/** Values with a column of ones at their end: multiplied with unnormalised weights, it gives the sum of them. */
export function withOnes(graph: GraphBuilder, values: string): string {
  const column = graph.op('Concat', [graph.op('Shape', [values], { end: 3 }), graph.ints([1])], { axis: 0 });
  return graph.op('Concat', [values, graph.op('Expand', [graph.float(1), column])], { axis: -1 });
}

/**
 * softmax(scores) · values over sources of different lengths, `values` made by `withOnes`. The sum that the weights are
 * divided by comes out of the same product as the values: its terms are added one after the other, so that masked
 * places, which are exact zeros, change nothing. A softmax operator adds in an order that depends on the padded length.
 */
export function attendMasked(
  graph: GraphBuilder,
  scores: string,
  maskBias: string,
  values: string,
  headWidth: number,
): string {
  const masked = graph.op('Add', [scores, maskBias]);
  const highest = graph.op('ReduceMax', [masked, graph.ints([-1])]);
  const weights = graph.op('Exp', [graph.op('Sub', [masked, highest])]);
  const sums = graph.op('MatMul', [weights, values]);
  const [mixed, total] = graph.ops('Split', [sums, graph.ints([headWidth, 1])], 2, {
    attributes: { axis: -1 },
  });
  return graph.op('Div', [mixed as string, total as string]);
}

/**
 * x: [tokens, 1, width], so that the products, which are most of the work, are spared the padding. Only the attention itself
 * is computed in sentences of one length.
 */
export function encoderLayer(
  graph: GraphBuilder,
  context: GraphContext,
  x: string,
  layer: EncoderLayer,
  heads: number,
  point: string,
): string {
  const { precision, width } = context;
  const { q, k, v, out } = layer.selfAttention;
  const prepared = precision.prepare(graph, x, `${point}.self`);
  const parts = [scaledQueries(q, heads), plain(k), plain(v)];
  const [queries = '', keys = '', values = ''] = spreadLinears(graph, precision, prepared, ...parts);
  const scores = graph.op('MatMul', [
    splitHeads(graph, queries, heads, width),
    splitHeads(graph, keys, heads, width, true),
  ]);
  const withSums = withOnes(graph, splitHeads(graph, values, heads, width));
  const mixed = attendMasked(graph, scores, 'mask_bias', withSums, width / heads);
  const padded = graph.reshape(graph.op('Transpose', [mixed], { perm: [0, 2, 1, 3] }), [-1, width]);
  const joined = graph.op('Gather', [padded, 'places']);
  const attended = precision.linear(graph, precision.prepare(graph, joined, `${point}.out`), plain(out));
  const middle = addNorm(graph, x, attended, layer.selfNorm);
  return feedForward(graph, context, middle, layer, point);
}
