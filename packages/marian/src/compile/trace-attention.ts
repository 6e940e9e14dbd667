import type { GraphTracer } from './graph-tracer.ts';
import type { Attention } from './marian-weights.ts';
import { type TracedLinear, traceLinear } from './trace-linear.ts';

export interface TracedAttention extends Attention {
  /** Names of what queries come from, and what keys and values come from. */
  readonly input: string;
  readonly memory: string;
}

const reshaping = new Set(['Reshape', 'Transpose', 'Cast', 'Unsqueeze', 'Squeeze', 'Expand']);

interface Stripped {
  readonly name: string;
  /** Product of the constants that it was multiplied with. */
  readonly factor: number;
}

/** Goes back over what only moves values around, or multiplies all of them with one constant. */
function strip(tracer: GraphTracer, name: string, factor = 1): Stripped {
  const node = tracer.producer(name);
  if (node !== undefined && reshaping.has(node.opType)) return strip(tracer, node.input[0] as string, factor);
  if (node?.opType === 'Mul' || node?.opType === 'Div') {
    const [left, right] = node.input as [string, string];
    const divisor = tracer.scalar(right);
    if (divisor !== undefined) {
      return strip(tracer, left, node.opType === 'Mul' ? factor * divisor : factor / divisor);
    }
    const multiplier = node.opType === 'Mul' ? tracer.scalar(left) : undefined;
    if (multiplier !== undefined) return strip(tracer, right, factor * multiplier);
  }
  return { name: tracer.origin(name), factor };
}

/** The product of queries and keys, below the masks that were added to it. */
function traceScores(tracer: GraphTracer, name: string, factor: number): Stripped | undefined {
  const stripped = strip(tracer, name, factor);
  const node = tracer.producer(stripped.name);
  if (node?.opType === 'MatMul') return stripped;
  if (node?.opType !== 'Add') return undefined;
  for (const operand of node.input) {
    const found = traceScores(tracer, operand, stripped.factor);
    if (found !== undefined) return found;
  }
  return undefined;
}

function traceProjection(tracer: GraphTracer, name: string): TracedLinear & { readonly factor: number } {
  const stripped = strip(tracer, name);
  return { ...traceLinear(tracer, stripped.name), factor: stripped.factor };
}

/** softmax(q · k' / √width + mask) · v, and the projections around it. */
export function traceAttention(tracer: GraphTracer, out: TracedLinear, width: number): TracedAttention {
  const mixed = tracer.expect(strip(tracer, out.input).name, 'weighted values', 'MatMul');
  const weights = strip(tracer, mixed.input[0] as string).name;
  const softmax = tracer.expect(weights, 'the weights of an attention', 'Softmax');
  const scores = traceScores(tracer, softmax.input[0] as string, 1);
  if (scores === undefined) throw tracer.unexpected(softmax.input[0] as string, 'the scores of an attention');
  const product = tracer.expect(scores.name, 'the scores of an attention', 'MatMul');
  const q = traceProjection(tracer, product.input[0] as string);
  const k = traceProjection(tracer, product.input[1] as string);
  const v = traceProjection(tracer, mixed.input[1] as string);
  const scale = scores.factor * q.factor * k.factor * Math.sqrt(width);
  if (Math.abs(scale - 1) > 1e-3 || v.factor !== 1) {
    throw tracer.unexpected(scores.name, `scores divided by the root of ${width}`);
  }
  const origin = (linear: TracedLinear) => tracer.origin(linear.input);
  if (origin(k) !== origin(v)) throw tracer.unexpected(k.input, 'keys and values of one source');
  return { q, k, v, out, input: origin(q), memory: origin(k) };
}
