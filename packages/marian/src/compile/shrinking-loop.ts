import type { GraphBuilder } from './graph-builder.ts';
import { type Carried, loop } from './loop.ts';
import { elementType } from './onnx-tensor.ts';
import { keepState, readSources, readState, startSources, startState, stateValues } from './open-values.ts';
import {
  countUp,
  firstDimension,
  type LoopContext,
  type Search,
  type SearchOutput,
  type Sources,
  sizeOf,
} from './search-loop.ts';

/** Whether so many of the sentences are open that it does not pay to take them out from among the others: three quarters. */
function mostAreOpen(graph: GraphBuilder, done: string, sentences: string): string {
  const ones = graph.op('Cast', [done], { to: elementType.int64 });
  const count = graph.op('ReduceSum', [ones], { keepdims: 0 });
  return graph.op('Less', [graph.op('Mul', [count, graph.int(4)]), sentences]);
}

/** The numbers of the rows of sentences. */
function rowsOf(graph: GraphBuilder, sentences: string, beams: number): string {
  if (beams === 1) return sentences;
  const first = graph.op('Mul', [graph.op('Unsqueeze', [sentences, graph.ints([1])]), graph.int(beams)]);
  const rows = graph.op('Add', [first, graph.ints([...new Array(beams).keys()], [1, beams])]);
  return graph.reshape(rows, [-1]);
}

/** Writes what the rows numbered `rows` have become into a matrix of as many columns as there may be steps. */
function writeFinals(graph: GraphBuilder, result: string, rows: string, finals: string, pad: number): string {
  const one = graph.ints([1]);
  const columns = graph.op('Sub', [graph.op('Shape', [result]), graph.op('Shape', [finals])]);
  const missing = graph.op('Slice', [columns, one, graph.ints([2])]);
  const shape = graph.op('Concat', [graph.op('Shape', [rows]), missing], { axis: 0 });
  const padding = graph.op('Expand', [graph.int(pad), shape]);
  const padded = graph.op('Concat', [finals, padding], { axis: 1 });
  return graph.op('ScatterND', [result, graph.op('Unsqueeze', [rows, one]), padded]);
}

const range = { type: 'float', dims: [] } as const;

/** Decodes the open sentences step by step until a quarter of them is done. */
function decodeRound(
  graph: GraphBuilder,
  context: LoopContext,
  search: Search,
  { begun, sources, state }: { begun: string; sources: Sources; state: readonly Carried[] },
) {
  let points: readonly string[] = [];
  const left = graph.op('Sub', ['max_steps', begun]);
  const sentences = sizeOf(graph, sources.lastSteps);
  const choose = search.beginRound(graph, sources);
  const outputs = loop(graph, 'step', left, state, (body, step, names) => {
    const index = body.op('Add', [begun, step]);
    const before = readState(names, context);
    const { logits, caches } = context.decode(body, before, index, sources);
    const seen = context.observer?.seen(body) ?? [];
    points = seen.map(({ point }) => point);
    const next = choose(body, { ...before, caches }, logits, index);
    return {
      more: mostAreOpen(body, next.done, sentences),
      carried: stateValues(next),
      collected: seen.flatMap(() => [range, range]),
      collect: seen.flatMap(({ min, max }) => [min, max]),
    };
  });
  const ranges = outputs.slice(state.length);
  const narrowed = ranges.map((each, place) =>
    graph.op(place % 2 === 0 ? 'ReduceMin' : 'ReduceMax', [each], { keepdims: 0 }),
  );
  return { state: readState(outputs.slice(0, state.length), context), points, ranges: narrowed };
}

/** What a loop of rounds carries besides: the number of steps, the numbers of the open sentences, and the result. */
function startRounds(graph: GraphBuilder, { config, beamSize, sources }: LoopContext): Carried[] {
  const count = graph.op('Mul', [firstDimension(graph, sources.lastSteps), graph.ints([beamSize])]);
  const shape = graph.op('Concat', [count, graph.reshape('max_steps', [1])], { axis: 0 });
  const padding = graph.op('Expand', [graph.int(config.padTokenId), shape]);
  return [
    { initial: graph.int(0), type: 'int64', dims: [] },
    { initial: countUp(graph, sources.lastSteps), type: 'int64', dims: [null] },
    { initial: padding, type: 'int64', dims: [null, null] },
  ];
}

/**
 * Decodes until all sentences are done, in rounds: whenever a quarter of the sentences is done, the others go on without
 * them. Gives [rows, max_steps], padded.
 */
export function shrinkingLoop(graph: GraphBuilder, context: LoopContext, search: Search): SearchOutput {
  const { config, beamSize } = context;
  const openSources = startSources(context);
  const openState = startState(graph, context, search);
  const carried = [...startRounds(graph, context), ...openSources, ...openState];
  let points: readonly string[] = [];
  const outputs = loop(graph, 'round', 'max_steps', carried, (round, _, values) => {
    const [begun = '', numbers = '', result = '', ...openValues] = values;
    const sources = openValues.slice(0, openSources.length);
    const initial = openValues.slice(openSources.length);
    const made = decodeRound(round, context, search, {
      begun,
      sources: readSources(sources),
      state: openState.map((value, place) => ({ ...value, initial: initial[place] as string })),
    });
    points = made.points;
    const { done, finals } = made.state;
    const open = round.reshape(round.op('Not', [done]), [-1]);
    const places = round.reshape(round.op('NonZero', [open]), [-1]);
    const kept = { places, rows: rowsOf(round, places, beamSize) };
    return {
      more: round.op('Greater', [sizeOf(round, places), round.int(0)]),
      carried: [
        round.op('Gather', [round.op('Shape', [finals]), round.int(1)]),
        round.op('Gather', [numbers, places]),
        writeFinals(round, result, rowsOf(round, numbers, beamSize), finals, config.padTokenId),
        ...sources.map((value) => round.op('Gather', [value, places])),
        ...keepState(round, made.state, openState, kept),
      ],
      collected: made.ranges.map(() => range),
      collect: made.ranges,
    };
  });
  const ranges = outputs.slice(carried.length);
  const observations = points.map((point, place) => ({
    point,
    min: ranges[2 * place] as string,
    max: ranges[2 * place + 1] as string,
  }));
  return { outputIds: outputs[2] as string, observations };
}
