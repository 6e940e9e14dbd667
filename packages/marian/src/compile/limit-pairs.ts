import { type Integers, toIntegers } from './integers.ts';
import type { Matrix } from './marian-weights.ts';

/**
 * Processors without VNNI multiply unsigned by signed bytes with `vpmaddubsw`, which adds the products of two neighbouring rows in
 * 16 bits and cuts the sum off. With activations of up to 255, two weights of one sign must not exceed this sum: then every processor
 * computes the same integers.
 */
const largestPair = Math.floor(0x7fff / 255);

/** By what a column may be divided, to become coarser: by nothing, or as far as 7 bits. */
const divisors = [1, 1.1, 1.2, 1.3, 1.4, 1.6, 2];

/** `Math.round` of a byte, at a third of the time. */
function round(value: number): number {
  return ((value + 256.5) | 0) - 256;
}

function isTooLarge(first: number, second: number): boolean {
  const sum = first + second;
  return (sum > largestPair || sum < -largestPair) && first * second > 0;
}

/** Divides a column and rounds it, pairs within the limit; answers the squared error. */
function roundBy(divisor: number, column: Float32Array, integers: Int8Array): number {
  const factor = 1 / divisor;
  let error = 0;
  for (let row = 0; row < column.length; row += 2) {
    const x = (column[row] as number) * factor;
    const y = (column[row + 1] as number) * factor;
    let first = round(x);
    let second = round(y);
    if (isTooLarge(first, second)) {
      // The nearest pair of that sum: both lose the same.
      const limit = x > 0 ? largestPair : -largestPair;
      first = round((x - y + limit) / 2);
      second = limit - first;
    }
    integers[row] = first;
    integers[row + 1] = second;
    error += (first - x) * (first - x) + (second - y) * (second - y);
  }
  return error * divisor * divisor;
}

/** Rounds a column so that least is lost; answers what it was divided by. */
function roundPairs(column: Float32Array, integers: Int8Array): number {
  let best = 1;
  let leastError = Number.POSITIVE_INFINITY;
  for (const divisor of divisors) {
    const error = roundBy(divisor, column, integers);
    // From the best one on, what the coarser steps lose only grows.
    if (error > leastError) break;
    best = divisor;
    leastError = error;
  }
  roundBy(best, column, integers);
  return best;
}

/** For each column, whether it has a pair that is too large. */
function findTooLarge({ values, rows, columns }: Integers): boolean[] {
  const found = new Array<boolean>(columns).fill(false);
  for (let row = 0; row + 1 < rows; row += 2) {
    for (let column = 0, index = row * columns; column < columns; column += 1, index += 1) {
      if (isTooLarge(values[index] as number, values[index + columns] as number)) found[column] = true;
    }
  }
  return found;
}

/**
 * Weights in 8 bits of which no two neighbours in a column, of rows 2i and 2i + 1, add up to more than 16-bit sums of products
 * allow. Columns that comply stay as they are; the others become coarser and lose a little of their largest pairs. That
 * changes fewer sentences than weights of 7 bits, which would do as well.
 */
export function limitPairs(matrix: Matrix): Integers {
  const whole = toIntegers(matrix);
  const { rows, columns } = whole;
  const values = whole.values.slice();
  const scales = whole.scales.slice();
  // A row of zeros follows when their number is odd.
  const column = new Float32Array(rows + (rows % 2));
  const integers = new Int8Array(column.length);
  for (const [place, tooLarge] of findTooLarge(whole).entries()) {
    if (!tooLarge) continue;
    const scale = scales[place] as number;
    for (let row = 0; row < rows; row += 1) {
      column[row] = (matrix.values[row * columns + place] as number) / scale;
    }
    scales[place] = scale * roundPairs(column, integers);
    for (let row = 0; row < rows; row += 1) values[row * columns + place] = integers[row] as number;
  }
  return { rows, columns, values, scales };
}
