import type { GraphBuilder } from './graph-builder.ts';
import { joinBiases, joinFloats, joinIntegers, type ScaledLinear } from './matrices.ts';

/** Smallest and largest value of activations at one point of the graph. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Activations made ready to be multiplied with weights; several products may share them. */
export interface Prepared {
  readonly value: string;
  readonly scale?: string;
  readonly zeroPoint?: string;
}

/** How linear layers are computed. */
export interface Precision {
  readonly int8: boolean;
  /** `point` names the place in the model; `relu`: negative values count as zero. */
  prepare(graph: GraphBuilder, value: string, point: string, relu?: boolean): Prepared;
  /** The outputs of the layers, side by side. */
  linear(graph: GraphBuilder, input: Prepared, ...parts: readonly ScaledLinear[]): string;
}

/** 32-bit floats, as the reference, and to see the range of the activations: `observe` is told each of them. */
export function floatPrecision(
  observe: (graph: GraphBuilder, value: string, point: string) => void = () => undefined,
): Precision {
  return {
    int8: false,
    prepare(graph, value, point, relu = false) {
      const ready = relu ? graph.op('Relu', [value]) : value;
      observe(graph, ready, point);
      return { value: ready };
    },
    linear(graph, { value }, ...parts) {
      const { rows, columns, values } = joinFloats(parts);
      const product = graph.op('MatMul', [value, graph.weight([rows, columns], values)]);
      return graph.op('Add', [product, graph.weight([columns], joinBiases(parts))]);
    },
  };
}

/** Scale and zero point for 8 unsigned bits, so that zero has an exact code. */
export function affine({ min, max }: Range): { readonly scale: number; readonly zeroPoint: number } {
  const low = Math.min(min, 0);
  const high = Math.max(max, 0, low + 1e-6);
  const scale = Math.fround((high - low) / 255);
  return { scale, zeroPoint: Math.max(0, Math.min(255, Math.round(-low / scale))) };
}

/**
 * 8-bit integers with fixed scales for the activations of each point, so that a sentence's numbers never depend on its
 * neighbours in the batch, and one scale for each column of the weights. Values beyond the range are clipped, which
 * is all that a relu with its zero point at 0 has to do.
 */
export function int8Precision(ranges: ReadonlyMap<string, Range>): Precision {
  return {
    int8: true,
    prepare(graph, value, point) {
      const range = ranges.get(point);
      if (range === undefined) throw new Error(`no range is known for ${point}`);
      const { scale, zeroPoint } = affine(range);
      const input = { scale: graph.float(scale), zeroPoint: graph.byte(zeroPoint) };
      return { ...input, value: graph.op('QuantizeLinear', [value, input.scale, input.zeroPoint]) };
    },
    linear(graph, input, ...parts) {
      const { rows, columns, values, scales } = joinIntegers(parts);
      const weight = graph.weight([rows, columns], values);
      return integerProduct(graph, input, weight, graph.weight([columns], scales), joinBiases(parts));
    },
  };
}

/** u8 × s8 → float, plus bias, in one operator. */
export function integerProduct(
  graph: GraphBuilder,
  { value, scale = '', zeroPoint = '' }: Prepared,
  weight: string,
  weightScales: string,
  bias: Float32Array,
): string {
  const added = graph.weight([bias.length], bias);
  return graph.fused('MatMulIntegerToFloat', [value, weight, scale, weightScales, zeroPoint, '', added]);
}
