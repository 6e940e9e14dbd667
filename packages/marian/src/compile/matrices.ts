import type { Integers } from './integers.ts';
import { limitPairs } from './limit-pairs.ts';
import type { Linear, Matrix } from './marian-weights.ts';

/** A layer whose output is to be `factor` times as large. */
export interface ScaledLinear {
  readonly linear: Linear;
  readonly factor: number;
}

type Values = Float32Array | Int8Array;

interface Part<V extends Values> {
  readonly rows: number;
  readonly columns: number;
  readonly values: V;
}

function allocate<V extends Values>(like: V, length: number): V {
  return new (like.constructor as new (length: number) => V)(length);
}

/** Matrices of equally many rows, side by side. */
function join<V extends Values>(parts: readonly Part<V>[]): V {
  const [first] = parts as [Part<V>];
  if (parts.length === 1) return first.values;
  const width = parts.reduce((sum, { columns }) => sum + columns, 0);
  const joined = allocate(first.values, first.rows * width);
  let start = 0;
  for (const { columns, values, rows } of parts) {
    for (let row = 0; row < rows; row += 1) {
      joined.set(values.subarray(row * columns, (row + 1) * columns), row * width + start);
    }
    start += columns;
  }
  return joined;
}

function joinVectors(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    joined.set(part, start);
    start += part.length;
  }
  return joined;
}

/** The biases of several layers, one after the other. */
export function joinBiases(parts: readonly ScaledLinear[]): Float32Array {
  return joinVectors(parts.map(({ linear, factor }) => linear.bias.map((value) => value * factor)));
}

/** Several layers on one input as one, in floats. */
export function joinFloats(parts: readonly ScaledLinear[]): Part<Float32Array> {
  const scaled = parts.map(({ linear: { weight }, factor }) => ({
    ...weight,
    values: factor === 1 ? weight.values : weight.values.map((value) => value * factor),
  }));
  const columns = scaled.reduce((sum, part) => sum + part.columns, 0);
  return { rows: (scaled[0] as Matrix).rows, columns, values: join(scaled) };
}

/** Several layers on one input as one, in 8 bits that every processor multiplies alike. */
export function joinIntegers(parts: readonly ScaledLinear[]): Integers {
  const made = parts.map(({ linear, factor }) => {
    const integers = limitPairs(linear.weight);
    return { ...integers, scales: integers.scales.map((scale) => scale * factor) };
  });
  const columns = made.reduce((sum, part) => sum + part.columns, 0);
  const scales = joinVectors(made.map((part) => part.scales));
  return { rows: (made[0] as Integers).rows, columns, values: join(made), scales };
}

/** Rows become columns. Goes in tiles that fit into the processor's cache. */
export function turn<V extends Values>(values: V, rows: number, columns: number): V {
  const tile = 64;
  const turned = allocate(values, rows * columns);
  for (let top = 0; top < rows; top += tile) {
    const bottom = Math.min(rows, top + tile);
    for (let left = 0; left < columns; left += tile) {
      const right = Math.min(columns, left + tile);
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) {
          turned[column * rows + row] = values[row * columns + column] as number;
        }
      }
    }
  }
  return turned;
}
