import type { Matrix } from './marian-weights.ts';

/** A matrix in 8 bits: value = integer × scale of its column. */
export interface Integers {
  readonly rows: number;
  readonly columns: number;
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

/** 8 bits for each value and one scale for each column, zero staying zero; as they are when the model has them. */
export function toIntegers(matrix: Matrix): Integers {
  const { rows, columns, values } = matrix;
  if (matrix.integers !== undefined) return { rows, columns, ...matrix.integers };
  const scales = new Float32Array(columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0, index = row * columns; column < columns; column += 1, index += 1) {
      const size = Math.abs(values[index] as number);
      if (size > (scales[column] as number)) scales[column] = size;
    }
  }
  const inverse = scales.map((largest) => 127 / Math.max(largest, 1e-12));
  const integers = new Int8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0, index = row * columns; column < columns; column += 1, index += 1) {
      integers[index] = Math.round((values[index] as number) * (inverse[column] as number));
    }
  }
  return { rows, columns, values: integers, scales: inverse.map((each) => 1 / each) };
}
