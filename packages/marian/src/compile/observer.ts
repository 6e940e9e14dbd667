import type { GraphBuilder } from './graph-builder.ts';
import { floatPrecision, type Precision } from './precision.ts';

/** Where the smallest and the largest value of a point of the graph come out. */
export interface Observation {
  readonly point: string;
  readonly min: string;
  readonly max: string;
}

/** Computes in floats and notes the range of whatever would be quantized. */
export interface Observer {
  readonly precision: Precision;
  /** What was noted in this graph, not counting the graphs inside of it. */
  seen(graph: GraphBuilder): Observation[];
}

export function createObserver(): Observer {
  const noted: (Observation & { readonly graph: GraphBuilder })[] = [];
  return {
    precision: floatPrecision((graph, value, point) => {
      const min = graph.op('ReduceMin', [value], { keepdims: 0 });
      const max = graph.op('ReduceMax', [value], { keepdims: 0 });
      noted.push({ graph, point, min, max });
    }),
    seen: (graph) => noted.filter((each) => each.graph === graph),
  };
}
