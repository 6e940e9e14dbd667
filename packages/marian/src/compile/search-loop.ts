import type { ModelConfig } from '../model-config.ts';
import type { KeysValues } from './decoder-graph.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { Carried } from './loop.ts';
import type { Observation, Observer } from './observer.ts';
import type { Logits } from './vocabulary-table.ts';

/** What the decoder looks at, for the sentences that are still open. */
export interface Sources {
  /** [sentences, 1]: the number of the last step that each may take. */
  readonly lastSteps: string;
  /** [sentences, 1, 1, length] */
  readonly maskBias: string;
  /** Keys and values of the cross-attention, for each layer. */
  readonly cross: readonly KeysValues[];
}

/** One step of the decoder, the `index`th: logits of the next token, and the grown caches. */
export type DecodeStep = (
  graph: GraphBuilder,
  state: SearchState,
  index: string,
  sources: Sources,
) => { readonly logits: readonly Logits[]; readonly caches: readonly string[] };

export interface LoopContext {
  readonly config: ModelConfig;
  readonly beamSize: number;
  readonly sources: Sources;
  readonly decode: DecodeStep;
  readonly observer?: Observer;
}

/** What is carried from step to step. Rows are the hypotheses of the first sentence, of the second, … */
export interface OpenValue extends Carried {
  /** What its first dimension counts. */
  readonly of: 'sentences' | 'rows';
}

/** What a search knows after a step. */
export interface SearchState {
  /** [sentences, 1]: whether nothing can change any more. */
  readonly done: string;
  /** [rows, steps]: the tokens of the hypotheses, padded after their end. */
  readonly finals: string;
  /** [rows, 1]: the tokens that the next step goes on from. */
  readonly tokens: string;
  /** [rows]: the rows whose caches the rows go on from; without it, each from its own. */
  readonly parents?: string;
  /** What else the way of searching needs. */
  readonly others: readonly string[];
  readonly caches: readonly string[];
}

/** One step of a search, in the body of the loop. `state` has the caches of this step already. `index`: the step's number. */
export type Choose = (
  graph: GraphBuilder,
  state: SearchState,
  logits: readonly Logits[],
  index: string,
) => SearchState;

/** A way of choosing tokens. */
export interface Search {
  /** `others` of the state at first. `batch`: the number of sentences, as a vector of one. */
  start(graph: GraphBuilder, batch: string): readonly OpenValue[];
  /** What is the same for all steps of a round is computed in the graph around them. */
  beginRound(graph: GraphBuilder, sources: Sources): Choose;
}

export interface SearchOutput {
  readonly outputIds: string;
  readonly observations: readonly Observation[];
}

/** The first dimension, as a vector of one. */
export function firstDimension(graph: GraphBuilder, values: string): string {
  return graph.op('Shape', [values], { end: 1 });
}

/** The first dimension, as a number. */
export function sizeOf(graph: GraphBuilder, values: string): string {
  return graph.op('Gather', [graph.op('Shape', [values]), graph.int(0)]);
}

/** 0, 1, 2 … for each entry of a vector's first dimension. */
export function countUp(graph: GraphBuilder, values: string): string {
  return graph.op('Range', [graph.int(0), sizeOf(graph, values), graph.int(1)]);
}
