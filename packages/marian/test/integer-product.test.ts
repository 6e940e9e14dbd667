import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { GraphBuilder, valueInfo } from '../src/compile/graph-builder.ts';
import { limitPairs } from '../src/compile/limit-pairs.ts';
import type { Linear } from '../src/compile/marian-weights.ts';
import { encodeOnnx } from '../src/compile/onnx-file.ts';
import { affine, int8Precision, type Prepared, type Range } from '../src/compile/precision.ts';
import { createVocabularyTable } from '../src/compile/vocabulary-table.ts';
import { sessionOptions } from '../src/session-options.ts';

const rows = 96;
/** Weights of a column by row: the largest next to each other in every way. */
const patterns: ((row: number) => number)[] = [
  () => 1,
  () => -1,
  (row) => (row % 2 === 0 ? 1 : -1),
  (row) => (row % 4 < 2 ? 1 : -1),
  (row) => ((row + 1) % 4 < 2 ? 1 : -1),
  (row) => (row % 3 === 0 ? 1 : -0.5),
  (row) => 1 - row / rows,
  (row) => Math.sin(row),
];

/** Each column as its pattern at another size. */
function layer(columns: number): Linear {
  const values = Float32Array.from({ length: rows * columns }, (_, index) => {
    const column = index % columns;
    const pattern = patterns[column % patterns.length] as (row: number) => number;
    return pattern(Math.floor(index / columns)) * (1 + column / 7);
  });
  return { weight: { rows, columns, values }, bias: new Float32Array(columns) };
}

/** Rows of activations in 8 bits: all the largest, all the smallest, and both mixed. */
function extremeCodes(batch: number): Uint8Array[] {
  const make = (code: (index: number) => number) =>
    Uint8Array.from({ length: batch * rows }, (_, index) => code(index));
  return [make(() => 255), make(() => 0), make((index) => (index % 3 === 0 ? 0 : 255))];
}

type Product = (graph: GraphBuilder, input: Prepared) => string;

async function compute(range: Range, codes: Uint8Array, product: Product): Promise<Float32Array> {
  const { scale, zeroPoint } = affine(range);
  const activations = Float32Array.from(codes, (code) => (code - zeroPoint) * scale);
  const graph = new GraphBuilder();
  const input = int8Precision(new Map([['here', range]])).prepare(graph, 'x', 'here');
  const output = product(graph, input);
  const inputs = [valueInfo('x', 'float', [null, rows])];
  const opsetImport = [
    { domain: '', version: 18 },
    { domain: 'com.microsoft', version: 1 },
  ];
  const model = {
    irVersion: 8,
    graph: graph.toGraph('product', inputs, [valueInfo(output, 'float', null)]),
    opsetImport,
  };
  const session = await InferenceSession.create(encodeOnnx(model), sessionOptions(1));
  const x = new Tensor('float32', activations, [activations.length / rows, rows]);
  const { [output]: result } = await session.run({ x });
  await session.release();
  return result?.data as Float32Array;
}

/** The same in integers that cannot overflow. */
function exactly(range: Range, codes: Uint8Array, { weight }: Linear): Float32Array {
  const { scale, zeroPoint } = affine(range);
  const { values, scales, columns } = limitPairs(weight);
  return Float32Array.from({ length: (codes.length / rows) * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    let sum = 0;
    for (let place = 0; place < rows; place += 1) {
      sum +=
        ((codes[row * rows + place] as number) - zeroPoint) * (values[place * columns + column] as number);
    }
    return sum * scale * (scales[column] as number);
  });
}

async function expectExact(range: Range, batch: number, linear: Linear, product: Product): Promise<void> {
  for (const codes of extremeCodes(batch)) {
    const made = await compute(range, codes, product);
    const exact = exactly(range, codes, linear);
    expect(made).toHaveLength(exact.length);
    // What is left is the rounding of one float.
    const wrong = exact.findIndex(
      (value, index) => Math.abs(value - (made[index] as number)) > Math.abs(value) * 1e-6,
    );
    expect(wrong, `${made[wrong]} instead of ${exact[wrong]}`).toBe(-1);
  }
}

const ranges = {
  'of both signs': { min: -3, max: 3 },
  'that are positive': { min: 0, max: 5 },
  'mostly negative': { min: -4, max: 0.5 },
};

describe.each(Object.entries(ranges))('with activations %s', (_, range) => {
  it.each([1, 2, 7, 64])(
    'a product of extreme integers is exact on every processor (%i rows)',
    async (batch) => {
      const linear = layer(40);
      await expectExact(range, batch, linear, (graph, input) =>
        int8Precision(new Map()).linear(graph, input, { linear, factor: 1 }),
      );
    },
  );

  it('so is the projection on the vocabulary', async () => {
    const head = layer(256);
    await expectExact(range, 5, head, (graph, input) =>
      createVocabularyTable([], head, [], true)
        .project(graph, input)
        .map(({ value }) => value)
        .join(),
    );
  });
});
