import { expect, it } from 'vitest';
import { toIntegers } from './integers.ts';
import { limitPairs } from './limit-pairs.ts';
import type { Matrix } from './marian-weights.ts';

/** Bell-shaped, as weights are: the same numbers in every run. */
function noise(rows: number, columns: number): Matrix {
  const values = Float32Array.from({ length: rows * columns }, (_, index) => {
    const parts = [12.9898, 78.233, 37.719, 4.581].map((factor) => Math.sin((index + 1) * factor) * 43_758.5);
    return parts.reduce((sum, part) => sum + part - Math.floor(part), -parts.length / 2);
  });
  return { rows, columns, values };
}

function largestPair({
  values,
  rows,
  columns,
}: {
  values: Int8Array;
  rows: number;
  columns: number;
}): number {
  let largest = 0;
  for (let row = 0; row + 1 < rows; row += 2) {
    for (let column = 0; column < columns; column += 1) {
      const [first = 0, second = 0] = [row, row + 1].map((each) => values[each * columns + column]);
      if (Math.sign(first) === Math.sign(second)) largest = Math.max(largest, Math.abs(first + second));
    }
  }
  return largest;
}

function squaredError(
  matrix: Matrix,
  { values, scales }: { values: Int8Array; scales: Float32Array },
): number {
  return matrix.values.reduce((sum, value, index) => {
    const made = (values[index] as number) * (scales[index % matrix.columns] as number);
    return sum + (value - made) ** 2;
  }, 0);
}

it.each([64, 63])('keeps pairs of %i rows within 16 bits, and loses less than 7 bits do', (rows) => {
  const matrix = noise(rows, 48);
  expect(largestPair(toIntegers(matrix))).toBeGreaterThan(128);
  const limited = limitPairs(matrix);
  expect(255 * largestPair(limited)).toBeLessThanOrEqual(0x7fff);
  const whole = toIntegers(matrix);
  const halved = {
    values: whole.values.map((value) => Math.round(value / 2)),
    scales: whole.scales.map((scale) => 2 * scale),
  };
  expect(squaredError(matrix, limited)).toBeLessThan(squaredError(matrix, halved));
});

it('leaves a column alone that has no such pair', () => {
  const values = Float32Array.of(127, 0.4, 127, -127, 1, 126, -127, -1, 30, -128, 127);
  const matrix = { rows: values.length, columns: 1, values };
  const scales = Float32Array.of(1);
  const integers = { values: Int8Array.from(values, Math.round), scales };
  expect(limitPairs({ ...matrix, integers })).toEqual({ rows: 11, columns: 1, ...integers });
});

it('takes the same from both of the largest', () => {
  const values = Float32Array.of(127, 127, -127, -127, 127, 60, -128, -128);
  const integers = { values: Int8Array.from(values), scales: Float32Array.of(1) };
  const limited = limitPairs({ rows: 8, columns: 1, values, integers });
  expect(largestPair(limited)).toBeLessThanOrEqual(128);
  expect(limited.values[0]).toBe(limited.values[1]);
  expect(limited.values[2]).toBe(limited.values[3]);
});
