import type { ModelConfig } from '../model-config.ts';
import { bestOfAll, logitsOf } from './best-logits.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { elementType } from './onnx-tensor.ts';
import { noIds } from './open-values.ts';
import { countUp, firstDimension, type Search } from './search-loop.ts';
import type { Logits } from './vocabulary-table.ts';

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
  /** [batch, 1]: whether nothing can change any more. */
  readonly done: string;
  /** [rows, steps]: what the running hypotheses consist of. */
  readonly history: string;
  /** [rows, steps]: the hypotheses that `ended` are the scores of, padded. */
  readonly finals: string;
}

/** What is the same for all steps of a round. */
interface Round {
  /** [batch, 1]: the number of the last step that each sentence may take. */
  readonly lastSteps: string;
  /** [batch, 1]: the first of each sentence's rows. */
  readonly firstRows: string;
  /** [batch, 1]: the same rows, two times as many rows later. */
  readonly leaders: string;
  /** [1]: the number of rows, without those of one sentence. */
  readonly skip: string;
  /** [rows, 1] */
  readonly padding: string;
  /** [rows, 1] */
  readonly ends: string;
}

interface Continuations {
  readonly sums: string;
  /** [rows]: the row that each one continues. */
  readonly parents: string;
  /** [rows, 1] */
  readonly tokens: string;
  /** [batch, beams]: sums of the hypotheses if they ended here. */
  readonly endSums: string;
}

function continueHypotheses(
  graph: GraphBuilder,
  logits: readonly Logits[],
  sums: string,
  firstRows: string,
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
  const parents = graph.op('Add', [graph.op('Div', [place, graph.int(width)]), firstRows]);
  return {
    sums: nextSums,
    parents: graph.reshape(parents, [-1]),
    tokens: graph.reshape(tokens, [-1, 1]),
    endSums,
  };
}

/**
 * Takes up the hypotheses that end here: their scores, and their places among the old ones and then the new ones. Of a sentence
 * that is done the old ones stay.
 */
function endHypotheses(graph: GraphBuilder, state: State, endScores: string, beams: number) {
  const both = graph.op('Concat', [state.ended, endScores], { axis: 1 });
  const [ended = '', order = ''] = graph.ops('TopK', [both, graph.ints([beams])], 2);
  const oldOrder = graph.ints([...new Array(beams).keys()], [1, beams]);
  return {
    ended: graph.op('Where', [state.done, state.ended, ended]),
    order: graph.op('Where', [state.done, oldOrder, order]),
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
  { firstRows, leaders, skip, padding, ends }: Round,
  beams: number,
): string {
  const isOld = graph.op('Less', [order, graph.int(beams)]);
  const skipped = graph.op('Where', [isOld, graph.int(0), skip]);
  const places = graph.op('Add', [graph.op('Add', [order, firstRows]), skipped]);
  const allButLast = graph.op('Slice', [places, graph.ints([0]), graph.ints([beams - 1]), graph.ints([1])]);
  const withLeader = graph.op('Concat', [leaders, allButLast], { axis: 1 });
  const chosen = graph.op('Where', [cutShort, withLeader, places]);
  const candidates = [
    graph.op('Concat', [state.finals, padding], { axis: 1 }),
    graph.op('Concat', [state.history, ends], { axis: 1 }),
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
  round: Round,
  context: BeamOptions,
) {
  const { beamSize: beams, config } = context;
  const one = graph.int(1);
  const length = graph.op('Add', [index, one]);
  const floatLength = graph.op('Cast', [length], { to: elementType.float });
  const divisor = graph.op('Pow', [floatLength, graph.float(config.lengthPenalty)]);
  const next = continueHypotheses(graph, logits, state.sums, round.firstRows, context);
  const endings = endHypotheses(graph, state, graph.op('Div', [next.endSums, divisor]), beams);
  const column = (of: string, from: number) =>
    graph.op('Slice', [of, graph.ints([from]), graph.ints([from + 1]), graph.ints([1])]);
  const attainable = graph.op('Div', [column(next.sums, 0), divisor]);
  const history = graph.op('Concat', [graph.op('Gather', [state.history, next.parents]), next.tokens], {
    axis: 1,
  });
  const settled = graph.op('GreaterOrEqual', [column(endings.ended, beams - 1), attainable]);
  const atLimit = graph.op('GreaterOrEqual', [index, round.lastSteps]);
  const settledOrDone = graph.op('Or', [settled, state.done]);
  const open = graph.op('Not', [settledOrDone]);
  const runs = graph.op('Less', [column(endings.ended, 0), attainable]);
  const cutShort = graph.op('And', [graph.op('And', [atLimit, open]), runs]);
  const finals = keepFinals(graph, state, { order: endings.order, cutShort, history }, round, beams);
  return {
    tokens: next.tokens,
    sums: next.sums,
    ended: endings.ended,
    done: graph.op('Or', [settledOrDone, atLimit]),
    history,
    finals,
    parents: next.parents,
  };
}

function roundConstants(
  graph: GraphBuilder,
  lastSteps: string,
  { beamSize: beams, config }: BeamOptions,
): Round {
  const rows = graph.op('Mul', [firstDimension(graph, lastSteps), graph.ints([beams])]);
  const counted = graph.op('Mul', [countUp(graph, lastSteps), graph.int(beams)]);
  const firstRows = graph.op('Unsqueeze', [counted, graph.ints([1])]);
  const column = graph.op('Concat', [rows, graph.ints([1])], { axis: 0 });
  return {
    lastSteps,
    firstRows,
    leaders: graph.op('Add', [firstRows, graph.op('Mul', [rows, graph.int(2)])]),
    skip: graph.op('Sub', [rows, graph.int(beams)]),
    padding: graph.op('Expand', [graph.int(config.padTokenId), column]),
    ends: graph.op('Expand', [graph.int(config.eosTokenId), column]),
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
    beginRound(round, { lastSteps }) {
      const constants = roundConstants(round, lastSteps, options);
      return (graph, { done, finals, caches, others }, logits, index) => {
        const [sums = '', ended = '', history = ''] = others;
        const state = { sums, ended, done, history, finals };
        const next = advance(graph, state, logits, index, constants, options);
        return {
          done: next.done,
          finals: next.finals,
          tokens: next.tokens,
          parents: next.parents,
          others: [next.sums, next.ended, next.history],
          caches,
        };
      };
    },
  };
}
