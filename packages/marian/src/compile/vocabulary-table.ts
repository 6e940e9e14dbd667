import type { GraphBuilder } from './graph-builder.ts';
import { limitPairs } from './limit-pairs.ts';
import type { Embedding, Linear, Matrix } from './marian-weights.ts';
import { turn } from './matrices.ts';
import { elementType } from './onnx-tensor.ts';
import { integerProduct, type Prepared } from './precision.ts';

/** The output projection is padded to a multiple of this many tokens; maxima are looked for block by block. */
export const blockSize = 128;

/** The logit of what must not be chosen. */
const never = -1e9;

/** The logits of so many tokens are computed at a time: those of a whole batch then stay in the processor's cache. */
const mostColumns = 16_384;

/** Logits of some of the tokens, one after the other. */
export interface Logits {
  /** [rows, columns] */
  readonly value: string;
  /** The token of the first column. */
  readonly first: number;
  /** A multiple of `blockSize`. */
  readonly columns: number;
}

/** Logits as [rows, blocks, block size], and the largest of each block, [rows, blocks]. */
export function blocksOf(graph: GraphBuilder, { value, columns }: Logits) {
  const blocks = graph.reshape(value, [-1, columns / blockSize, blockSize]);
  return { blocks, highest: graph.op('ReduceMax', [blocks, graph.ints([-1])], { keepdims: 0 }) };
}

/** The embeddings of both sides and the output projection: stored by tokens for the ones, by width for the other. */
export interface VocabularyTable {
  /** Scaled embeddings of token ids, [tokens, 1] → [tokens, 1, width]. */
  embed(graph: GraphBuilder, ids: string, embedding: Embedding): string;
  /** Logits of the whole vocabulary in parts, the last one padded. */
  project(graph: GraphBuilder, input: Prepared): Logits[];
}

/** Rows by tokens. */
interface Rows {
  readonly values: Float32Array | Int8Array;
  readonly scales: Float32Array;
}

/** Whether tables of embeddings are the same but for quantization. */
function alike(left: Float32Array, right: Float32Array): boolean {
  if (left.length !== right.length) return false;
  let largest = 0;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) {
    const value = left[index] as number;
    const distance = Math.abs(value - (right[index] as number));
    if (distance > difference) difference = distance;
    if (value > largest) largest = value;
    else if (-value > largest) largest = -value;
  }
  return difference <= largest / 50;
}

function pad<V extends Float32Array | Int8Array>(values: V, size: number): V {
  const padded = new (values.constructor as new (length: number) => V)(size);
  padded.set(values);
  return padded;
}

function padBias(bias: Float32Array, size: number, suppressed: readonly number[]): Float32Array {
  const padded = new Float32Array(size).fill(never);
  padded.set(bias);
  for (const token of suppressed) padded[token] = never;
  return padded;
}

/** Tokens × width, from width × tokens: 8-bit rows with a scale for each, or floats. */
function makeRows(turned: Matrix, paddedSize: number, int8: boolean): Rows {
  const { rows, columns } = turned;
  if (!int8) {
    const values = pad(turn(turned.values, rows, columns), paddedSize * rows);
    return { values, scales: new Float32Array(paddedSize).fill(1) };
  }
  const { values, scales } = limitPairs(turned);
  return { values: pad(turn(values, rows, columns), paddedSize * rows), scales: pad(scales, paddedSize) };
}

function turnedMatrix({ rows, columns, values }: Matrix): Matrix {
  return { rows: columns, columns: rows, values: turn(values, rows, columns) };
}

/** Cuts the padded vocabulary into equal parts, but for the last one. */
function cut(paddedSize: number): { readonly first: number; readonly columns: number }[] {
  const count = Math.ceil(paddedSize / mostColumns);
  const size = Math.ceil(paddedSize / count / blockSize) * blockSize;
  return Array.from({ length: count }, (_, part) => ({
    first: part * size,
    columns: Math.min(size, paddedSize - part * size),
  }));
}

/** `suppressed`: tokens that must never be chosen. */
export function createVocabularyTable(
  embeddings: readonly Embedding[],
  head: Linear,
  suppressed: readonly number[],
  int8: boolean,
): VocabularyTable {
  const { rows: width, columns } = head.weight;
  const paddedSize = Math.ceil(columns / blockSize) * blockSize;
  const bias = padBias(head.bias, paddedSize, suppressed);
  const headRows = turn(head.weight.values, width, columns);
  const shared = makeRows(head.weight, paddedSize, int8);
  const tables = new Map(
    embeddings.map(({ tokens, scale }): [Matrix, Rows] => {
      const tied = alike(tokens.values, headRows);
      const { values, scales } = tied ? shared : makeRows(turnedMatrix(tokens), paddedSize, int8);
      return [tokens, { values, scales: scales.map((each) => each * scale) }];
    }),
  );
  return {
    embed(graph, ids, { tokens }) {
      const { values, scales } = tables.get(tokens) as Rows;
      // Encoder and decoder look into one table, which needs no packing.
      const { root } = graph;
      const found = graph.op('Gather', [root.weight([paddedSize, width], values), ids]);
      const rows = int8 ? graph.op('Cast', [found], { to: elementType.float }) : found;
      return graph.op('Mul', [rows, graph.op('Gather', [root.weight([paddedSize, 1], scales), ids])]);
    },
    project(graph, input) {
      return cut(paddedSize).map(({ first, columns: size }) => {
        const part = shared.values.subarray(first * width, (first + size) * width);
        const weight = graph.weight([width, size], turn(part, size, width));
        const biases = bias.subarray(first, first + size);
        const value = int8
          ? integerProduct(graph, input, weight, scalesOf(graph, shared, first, size), biases)
          : graph.op('Add', [graph.op('MatMul', [input.value, weight]), graph.weight([size], biases)]);
        return { value, first, columns: size };
      });
    },
  };
}

function scalesOf(graph: GraphBuilder, { scales }: Rows, first: number, size: number): string {
  return graph.weight([size], scales.subarray(first, first + size));
}
