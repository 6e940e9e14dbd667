import type { GraphBuilder } from './graph-builder.ts';
import { type Carried, loop } from './loop.ts';
import type { Observation } from './observer.ts';
import { elementType } from './onnx-tensor.ts';
import { readSources, readState, startSources, startState, stateValues } from './open-values.ts';
import { countUp, type LoopContext, type Search, type SearchOutput, sizeOf } from './search-loop.ts';

/** How many sentences are not done, as a number. */
function countOpen(graph: GraphBuilder, done: string): string {
  const open = graph.op('Cast', [graph.op('Not', [done])], { to: elementType.int64 });
  return graph.op('ReduceSum', [open, graph.ints([0])], { keepdims: 0 });
}

/** Whether so many sentences are open that it does not pay to take them out from among the others: three quarters. */
function mostAreOpen(graph: GraphBuilder, done: string): string {
  return graph.op('Less', [
    graph.op('Mul', [sizeOf(graph, done), graph.int(3)]),
    graph.op('Mul', [countOpen(graph, done), graph.int(4)]),
  ]);
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

/**
 * Decodes until all sentences are done, in rounds: whenever a quarter of the sentences is done, the others go on without
 * them. Gives [rows, max_steps], padded.
 */
export function shrinkingLoop(graph: GraphBuilder, context: LoopContext, search: Search): SearchOutput {
  const { config, beamSize, observer, sources } = context;
  const layers = sources.cross.length;
  const carriedSources = startSources(context);
  const open = [...carriedSources, ...startState(graph, context, search)];
  const sentences = countUp(graph, sources.limits);
  const count = graph.op('Mul', [graph.op('Shape', [sources.limits]), graph.ints([beamSize])]);
  const shape = graph.op('Concat', [count, graph.reshape('max_steps', [1])], { axis: 0 });
  const carried: Carried[] = [
    { initial: graph.int(0), type: 'int64', dims: [] },
    { initial: sentences, type: 'int64', dims: [null] },
    {
      initial: graph.op('Expand', [graph.int(config.padTokenId), shape]),
      type: 'int64',
      dims: [null, null],
    },
    ...open,
  ];
  let points: readonly string[] = [];
  const outputs = loop(graph, 'round', 'max_steps', carried, (round, _, values) => {
    const [begun = '', numbers = '', result = '', ...rest] = values;
    const current = readSources(rest.slice(0, carriedSources.length));
    const initial = rest.slice(carriedSources.length);
    const carriedState = open
      .slice(carriedSources.length)
      .map((value, place): Carried => ({ ...value, initial: initial[place] as string }));
    const left = round.op('Sub', ['max_steps', begun]);
    const ended = loop(round, 'step', left, carriedState, (body, step, names) => {
      const index = body.op('Add', [begun, step]);
      const state = readState(names, layers);
      const { logits, caches } = context.decode(body, state.tokens, index, state.caches, current);
      const seen = observer?.seen(body) ?? [];
      points = seen.map(({ point }) => point);
      const next = search.choose(body, { ...state, caches }, logits, index, current);
      return {
        more: mostAreOpen(body, next.done),
        carried: stateValues(next),
        collected: seen.flatMap(() => [range, range]),
        collect: seen.flatMap(({ min, max }) => [min, max]),
      };
    });
    const ranges = ended.slice(carriedState.length);
    const state = readState(ended.slice(0, carriedState.length), layers);
    const finals = writeFinals(
      round,
      result,
      rowsOf(round, numbers, beamSize),
      state.finals,
      config.padTokenId,
    );
    const places = round.reshape(round.op('NonZero', [round.op('Not', [state.done])]), [-1]);
    const rows = rowsOf(round, places, beamSize);
    const kept = [...rest.slice(0, carriedSources.length), ...stateValues(state)].map((value, place) =>
      round.op('Gather', [value, open[place]?.of === 'rows' ? rows : places]),
    );
    const steps = round.op('Gather', [round.op('Shape', [state.finals]), round.int(1)]);
    return {
      more: round.op('Greater', [sizeOf(round, places), round.int(0)]),
      carried: [steps, round.op('Gather', [numbers, places]), finals, ...kept],
      collected: ranges.map(() => range),
      collect: ranges.map((each, place) =>
        round.op(place % 2 === 0 ? 'ReduceMin' : 'ReduceMax', [each], { keepdims: 0 }),
      ),
    };
  });
  const ranges = outputs.slice(carried.length);
  const observations = points.map(
    (point, place): Observation => ({
      point,
      min: ranges[2 * place] as string,
      max: ranges[2 * place + 1] as string,
    }),
  );
  return { outputIds: outputs[2] as string, observations };
}

const range = { type: 'float', dims: [] } as const;
