import type { ModelConfig } from '../model-config.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { elementType } from './onnx-tensor.ts';
import { noIds } from './open-values.ts';
import { countUp, type Search } from './search-loop.ts';
import { blockSize, type Logits } from './vocabulary-table.ts';

/** The score of what does not exist. */
const none = -1e9;

export interface BeamOptions {
  readonly config: ModelConfig;
  readonly beamSize: number;
}

/** The names of what one step of the search knows; `batch` sentences, `beams` each, `rows` = batch × beams. */
interface State {
  /** [batch, beams]: sums of log-probabilities, best first. */
  readonly sums: string;
  /** [batch, beams]: normalised scores of the best ended hypotheses, best first. */
  readonly ended: string;
  /** [batch]: whether nothing can change any more. */
  readonly done: string;
  /** [rows, steps]: what the running hypotheses consist of. */
  readonly history: string;
  /** [rows, steps]: the hypotheses that `ended` are the scores of, padded. */
  readonly finals: string;
}

/** Values and tokens of the largest logits of each row, best first. */
interface Best {
  readonly values: string;
  readonly tokens: string;
}

/** Looks only into the blocks that can hold them. */
function bestOf(graph: GraphBuilder, { value: logits, first, columns }: Logits, count: number): Best {
  const blocks = columns / blockSize;
  const byBlock = graph.reshape(logits, [-1, blocks, blockSize]);
  const highest = graph.op('ReduceMax', [byBlock, graph.ints([-1])], { keepdims: 0 });
  const looked = Math.min(count, blocks);
  const [, block = ''] = graph.ops('TopK', [highest, graph.ints([looked])], 2);
  const firstBlocks = graph.op('Mul', [countUp(graph, block), graph.int(blocks)]);
  const flat = graph.op('Add', [graph.op('Unsqueeze', [firstBlocks, graph.ints([1])]), block]);
  const found = graph.op('Gather', [graph.reshape(logits, [-1, blockSize]), flat]);
  const [values = '', place = ''] = graph.ops(
    'TopK',
    [graph.reshape(found, [-1, looked * blockSize]), graph.ints([count])],
    2,
  );
  const size = graph.int(blockSize);
  const inBlock = graph.op('GatherElements', [block, graph.op('Div', [place, size])], { axis: 1 });
  const before = graph.op('Add', [graph.op('Mul', [inBlock, size]), graph.int(first)]);
  return { values, tokens: graph.op('Add', [before, graph.op('Mod', [place, size])]) };
}

function firstColumn(graph: GraphBuilder, matrix: string): string {
  return graph.op('Slice', [matrix, graph.ints([0]), graph.ints([1]), graph.ints([1])]);
}

/**
 * The logarithm of the sum of the exponentials of each row, [rows, 1]: the difference of a logit to its log-probability. The
 * operator that is made for it is several times as slow.
 */
function logSumExp(graph: GraphBuilder, { value: logits, first }: Logits, best: Best): string {
  const column = graph.op('Sub', [firstColumn(graph, best.tokens), graph.int(first)]);
  const logProbabilities = graph.op('LogSoftmax', [logits], { axis: 1 });
  const logProbability = graph.op('GatherElements', [logProbabilities, column], { axis: 1 });
  return graph.op('Sub', [firstColumn(graph, best.values), logProbability]);
}

/** The best of the whole vocabulary, and the logarithm of the sum of all exponentials. */
function bestOfAll(graph: GraphBuilder, parts: readonly Logits[], count: number) {
  const found = parts.map((part) => {
    const best = bestOf(graph, part, count);
    return { ...best, total: logSumExp(graph, part, best) };
  });
  if (found.length === 1) return found[0] as Best & { total: string };
  const joined = (of: (each: Best & { total: string }) => string) =>
    graph.op('Concat', found.map(of), { axis: 1 });
  const candidates = joined(({ values }) => values);
  const [values = '', place = ''] = graph.ops('TopK', [candidates, graph.ints([count])], 2);
  const tokens = graph.op('GatherElements', [joined((each) => each.tokens), place], { axis: 1 });
  const total = graph.op('ReduceLogSumExp', [joined((each) => each.total), graph.ints([1])]);
  return { values, tokens, total };
}

/** The logits of one token, [rows, 1]. */
function logitsOf(graph: GraphBuilder, parts: readonly Logits[], token: number): string {
  const part = parts.find(({ first, columns }) => token < first + columns) as Logits;
  return graph.op('Gather', [part.value, graph.ints([token - part.first])], { axis: 1 });
}

/** Index of the first of a sentence's rows, [batch, 1]. */
function firstRows(graph: GraphBuilder, sums: string, beams: number): string {
  const counted = graph.op('Mul', [countUp(graph, sums), graph.int(beams)]);
  return graph.op('Unsqueeze', [counted, graph.ints([1])]);
}

interface Continuations {
  readonly sums: string;
  /** [rows]: the row that each one continues. */
  readonly parents: string;
  readonly tokens: string;
  /** [batch, beams]: sums of the hypotheses if they ended here. */
  readonly endSums: string;
}

function continueHypotheses(
  graph: GraphBuilder,
  logits: readonly Logits[],
  sums: string,
  { beamSize: beams, config }: BeamOptions,
): Continuations {
  const width = beams + 1;
  const eos = graph.int(config.eosTokenId);
  const { values, tokens: best, total } = bestOfAll(graph, logits, width);
  const rowSums = graph.reshape(sums, [-1, 1]);
  const base = graph.op('Sub', [rowSums, total]);
  const eosLogits = logitsOf(graph, logits, config.eosTokenId);
  const endSums = graph.reshape(graph.op('Add', [eosLogits, base]), [-1, beams]);
  const going = graph.op('Where', [graph.op('Equal', [best, eos]), graph.float(2 * none), values]);
  const candidates = graph.reshape(graph.op('Add', [going, base]), [-1, beams * width]);
  const [nextSums = '', place = ''] = graph.ops('TopK', [candidates, graph.ints([beams])], 2);
  const tokens = graph.op('GatherElements', [graph.reshape(best, [-1, beams * width]), place], {
    axis: 1,
  });
  const parents = graph.op('Add', [
    graph.op('Div', [place, graph.int(width)]),
    firstRows(graph, sums, beams),
  ]);
  return {
    sums: nextSums,
    parents: graph.reshape(parents, [-1]),
    tokens: graph.reshape(tokens, [-1]),
    endSums,
  };
}

/** Keeps the old values of sentences that are done. `done`: [batch]. */
function unlessDone(graph: GraphBuilder, done: string, old: string, fresh: string): string {
  return graph.op('Where', [graph.op('Unsqueeze', [done, graph.ints([1])]), old, fresh]);
}

/** Adds a column of one value to a matrix of ids. */
function addColumn(graph: GraphBuilder, ids: string, token: number): string {
  const rows = graph.op('Slice', [graph.op('Shape', [ids]), graph.ints([0]), graph.ints([1])]);
  const shape = graph.op('Concat', [rows, graph.ints([1])], { axis: 0 });
  return graph.op('Concat', [ids, graph.op('Expand', [graph.int(token), shape])], { axis: 1 });
}

/** Takes up the hypotheses that end here: their scores, and their places among the old ones and then the new ones. */
function endHypotheses(graph: GraphBuilder, state: State, endScores: string, beams: number) {
  const both = graph.op('Concat', [state.ended, endScores], { axis: 1 });
  const [ended = '', order = ''] = graph.ops('TopK', [both, graph.ints([beams])], 2);
  const oldOrder = graph.ints([...new Array(beams).keys()], [1, beams]);
  return {
    ended: unlessDone(graph, state.done, state.ended, ended),
    order: unlessDone(graph, state.done, oldOrder, order),
  };
}

/**
 * The ids of the hypotheses that have ended, best first. `order`: for each of them its place among the sentence's old ones
 * and then the ones that end here; `cutShort`: whether the best running one comes before all of them. `history` includes
 * this step's tokens.
 */
function keepFinals(
  graph: GraphBuilder,
  state: State,
  { order, cutShort, history }: { order: string; cutShort: string; history: string },
  { beamSize: beams, config }: BeamOptions,
): string {
  const first = firstRows(graph, state.sums, beams);
  const rows = graph.op('Mul', [
    graph.op('Gather', [graph.op('Shape', [first]), graph.int(0)]),
    graph.int(beams),
  ]);
  const isOld = graph.op('Less', [order, graph.int(beams)]);
  const skipped = graph.op('Where', [isOld, graph.int(0), graph.op('Sub', [rows, graph.int(beams)])]);
  const places = graph.op('Add', [graph.op('Add', [order, first]), skipped]);
  const allButLast = graph.op('Slice', [places, graph.ints([0]), graph.ints([beams - 1]), graph.ints([1])]);
  const leaders = graph.op('Add', [first, graph.op('Mul', [rows, graph.int(2)])]);
  const withLeader = graph.op('Concat', [leaders, allButLast], { axis: 1 });
  const chosen = graph.op('Where', [cutShort, withLeader, places]);
  const candidates = [
    addColumn(graph, state.finals, config.padTokenId),
    addColumn(graph, state.history, config.eosTokenId),
    history,
  ];
  return graph.op('Gather', [graph.op('Concat', candidates, { axis: 0 }), graph.reshape(chosen, [-1])]);
}

/**
 * One step of the search, as `createBeamSearch` does it in plain code.
 */
function advance(
  graph: GraphBuilder,
  state: State,
  logits: readonly Logits[],
  index: string,
  limits: string,
  context: BeamOptions,
) {
  const { beamSize: beams, config } = context;
  const one = graph.int(1);
  const length = graph.op('Add', [index, one]);
  const floatLength = graph.op('Cast', [length], { to: elementType.float });
  const divisor = graph.op('Pow', [floatLength, graph.float(config.lengthPenalty)]);
  const next = continueHypotheses(graph, logits, state.sums, context);
  const endings = endHypotheses(graph, state, graph.op('Div', [next.endSums, divisor]), beams);
  const column = (of: string, from: number) =>
    graph.op('Slice', [of, graph.ints([from]), graph.ints([from + 1]), graph.ints([1])]);
  const attainable = graph.op('Div', [column(next.sums, 0), divisor]);
  const newTokens = graph.reshape(next.tokens, [-1, 1]);
  const history = graph.op('Concat', [graph.op('Gather', [state.history, next.parents]), newTokens], {
    axis: 1,
  });
  const settled = graph.op('GreaterOrEqual', [column(endings.ended, beams - 1), attainable]);
  const atLimit = graph.op('Unsqueeze', [graph.op('GreaterOrEqual', [length, limits]), graph.ints([1])]);
  const wasDone = graph.op('Unsqueeze', [state.done, graph.ints([1])]);
  const open = graph.op('Not', [graph.op('Or', [settled, wasDone])]);
  const runs = graph.op('Less', [column(endings.ended, 0), attainable]);
  const cutShort = graph.op('And', [graph.op('And', [atLimit, open]), runs]);
  const finals = keepFinals(graph, state, { order: endings.order, cutShort, history }, context);
  const done = graph.op('Or', [wasDone, graph.op('Or', [settled, atLimit])]);
  return {
    tokens: next.tokens,
    sums: next.sums,
    ended: endings.ended,
    done: graph.reshape(done, [-1]),
    history,
    finals,
    parents: next.parents,
  };
}

/** Beam search inside the graph. Of a sentence that is done, the rows are the hypotheses that ended, best first. */
export function beamChoice(options: BeamOptions): Search {
  const { beamSize: beams } = options;
  return {
    start(graph, batch) {
      const perBeam = graph.op('Concat', [batch, graph.ints([beams])], { axis: 0 });
      // At first all beams are the same: only one of them counts.
      const sums = graph.floats([0, ...new Array(beams - 1).fill(none)]);
      const initialSums = graph.op('Expand', [sums, perBeam]);
      const ended = graph.op('Expand', [graph.float(2 * none), perBeam]);
      const history = noIds(graph, graph.op('Mul', [batch, graph.ints([beams])]));
      return [
        { initial: initialSums, type: 'float', dims: [null, beams], of: 'sentences' },
        { initial: ended, type: 'float', dims: [null, beams], of: 'sentences' },
        { initial: history, type: 'int64', dims: [null, null], of: 'rows' },
      ];
    },
    choose(graph, { done, finals, caches, others }, logits, index, { limits }) {
      const [sums = '', ended = '', history = ''] = others;
      const next = advance(graph, { sums, ended, done, history, finals }, logits, index, limits, options);
      return {
        done: next.done,
        finals: next.finals,
        tokens: next.tokens,
        parents: next.parents,
        others: [next.sums, next.ended, next.history],
        caches,
      };
    },
  };
}
