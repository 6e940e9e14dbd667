import type { GraphBuilder } from './graph-builder.ts';
import { elementType } from './onnx-tensor.ts';
import {
  countUp,
  firstDimension,
  type LoopContext,
  type OpenValue,
  type Search,
  type SearchState,
  type Sources,
} from './search-loop.ts';

/** A matrix of ids without columns. `rows`: their number, as a vector of one. */
export function noIds(graph: GraphBuilder, rows: string): string {
  const shape = graph.op('Concat', [rows, graph.ints([0])], { axis: 0 });
  return graph.op('Cast', [graph.op('ConstantOfShape', [shape])], { to: elementType.int64 });
}

/** Keys and values of no tokens yet, for every layer. */
function emptyCaches(graph: GraphBuilder, rows: string, { config, sources }: LoopContext): OpenValue[] {
  const { decoderHeads: heads, dModel } = config;
  const shape = graph.op('Concat', [rows, graph.ints([heads, 0, dModel / heads])], { axis: 0 });
  const initial = graph.op('ConstantOfShape', [shape]);
  return Array.from({ length: 2 * sources.cross.length }, () => ({
    initial,
    type: 'float' as const,
    dims: [null, heads, null, dModel / heads],
    of: 'rows' as const,
  }));
}

/** The state before the first step, in the order that `readState` reads. */
export function startState(graph: GraphBuilder, context: LoopContext, search: Search): OpenValue[] {
  const { config, beamSize, sources } = context;
  const batch = firstDimension(graph, sources.lastSteps);
  const rows = beamSize === 1 ? batch : graph.op('Mul', [batch, graph.ints([beamSize])]);
  const done = graph.op('Less', [sources.lastSteps, graph.int(0)]);
  const column = graph.op('Concat', [rows, graph.ints([1])], { axis: 0 });
  const tokens = graph.op('Expand', [graph.int(config.startTokenId), column]);
  const ofRows = { type: 'int64', of: 'rows' } as const;
  const start: OpenValue[] = [
    { initial: done, type: 'bool', dims: [null, 1], of: 'sentences' },
    { initial: noIds(graph, rows), dims: [null, null], ...ofRows },
    { initial: tokens, dims: [null, 1], ...ofRows },
  ];
  if (beamSize > 1) start.push({ initial: countUp(graph, tokens), dims: [null], ...ofRows });
  return [...start, ...emptyCaches(graph, rows, context), ...search.start(graph, batch)];
}

export function readState(values: readonly string[], { beamSize, sources }: LoopContext): SearchState {
  const caches = 2 * sources.cross.length;
  const [done = '', finals = '', tokens = '', ...more] = values;
  const state = (rest: readonly string[]) => ({
    done,
    finals,
    tokens,
    caches: rest.slice(0, caches),
    others: rest.slice(caches),
  });
  if (beamSize === 1) return state(more);
  const [parents = '', ...rest] = more;
  return { ...state(rest), parents };
}

export function stateValues({ done, finals, tokens, parents, caches, others }: SearchState): string[] {
  return [done, finals, tokens, ...(parents === undefined ? [] : [parents]), ...caches, ...others];
}

/** Which sentences are to be kept, and the rows of these. */
export interface Kept {
  readonly places: string;
  readonly rows: string;
}

/** The state of some sentences without the others. `values`: what there was at first. */
export function keepState(
  graph: GraphBuilder,
  state: SearchState,
  values: readonly OpenValue[],
  { places, rows }: Kept,
): string[] {
  const { parents, caches } = state;
  // From here on every row has caches of its own.
  const parentRows = parents === undefined ? rows : graph.op('Gather', [parents, rows]);
  return stateValues(state).map((value, index) => {
    if (value === parents) return countUp(graph, rows);
    if (caches.includes(value)) return graph.op('Gather', [value, parentRows]);
    return graph.op('Gather', [value, values[index]?.of === 'rows' ? rows : places]);
  });
}

/** What is carried of the sources, in the order that `readSources` reads. */
export function startSources({ config, sources }: LoopContext): OpenValue[] {
  const { decoderHeads: heads, dModel } = config;
  const width = dModel / heads;
  const of = 'sentences';
  return [
    { initial: sources.lastSteps, type: 'int64', dims: [null, 1], of },
    { initial: sources.maskBias, type: 'float', dims: [null, 1, 1, null], of },
    ...sources.cross.flatMap(({ keys, values }): OpenValue[] => [
      { initial: keys, type: 'float', dims: [null, heads, width, null], of },
      { initial: values, type: 'float', dims: [null, heads, null, width + 1], of },
    ]),
  ];
}

export function readSources([lastSteps = '', maskBias = '', ...cross]: readonly string[]): Sources {
  const layers = Array.from({ length: cross.length / 2 }, (_, layer) => ({
    keys: cross[2 * layer] as string,
    values: cross[2 * layer + 1] as string,
  }));
  return { lastSteps, maskBias, cross: layers };
}
