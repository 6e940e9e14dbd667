import type { ModelConfig } from '../model-config.ts';
import { beamChoice } from './beam-choice.ts';
import { crossKeysValues, decoderLayer, type KeysValues } from './decoder-graph.ts';
import { encoderLayer, type GraphContext } from './encoder-graph.ts';
import { GraphBuilder, valueInfo } from './graph-builder.ts';
import { greedyChoice } from './greedy-choice.ts';
import type { MarianWeights } from './marian-weights.ts';
import type { Observation, Observer } from './observer.ts';
import type { ModelProto } from './onnx-schema.ts';
import type { Precision } from './precision.ts';
import type { DecodeStep, LoopContext } from './search-loop.ts';
import { shrinkingLoop } from './shrinking-loop.ts';
import { createVocabularyTable, type VocabularyTable } from './vocabulary-table.ts';

export interface GraphOptions {
  readonly weights: MarianWeights;
  readonly config: ModelConfig;
  readonly precision: Precision;
  /** Hypotheses kept for each sentence; 1 is greedy. */
  readonly beamSize: number;
  /** Whose observations are to come out of the graph, too. */
  readonly observer?: Observer;
}

export interface BuiltGraph {
  readonly model: ModelProto;
  /** Name of the output with the token ids. */
  readonly outputIds: string;
  readonly observations: readonly Observation[];
}

/** Encoder: ids of all tokens → [tokens, 1, width]. */
function encode(
  graph: GraphBuilder,
  context: GraphContext,
  table: VocabularyTable,
  { weights, config }: GraphOptions,
): string {
  const { embedding, layers } = weights.encoder;
  const { rows, columns, values } = embedding.positions;
  const length = graph.op('Gather', [graph.op('Shape', ['slots']), graph.int(1)]);
  const positions = graph.op('Gather', [
    graph.weight([rows, columns], values),
    graph.op('Mod', ['places', length]),
  ]);
  const x = graph.op('Add', [table.embed(graph, 'input_ids', embedding), positions]);
  return layers.reduce(
    (value, layer, index) =>
      encoderLayer(graph, context, value, layer, config.encoderHeads, `encoder.${index}`),
    x,
  );
}

/** Tokens of the step before, one for each row → logits, and the grown caches. */
function makeDecodeStep(
  context: GraphContext,
  table: VocabularyTable,
  { weights, config, beamSize }: GraphOptions,
): DecodeStep {
  const { embedding, layers } = weights.decoder;
  const { rows, columns, values } = embedding.positions;
  return (graph, { tokens, parents, caches: grownBefore }, index, { cross, maskBias }) => {
    const caches =
      parents === undefined ? grownBefore : grownBefore.map((cache) => graph.op('Gather', [cache, parents]));
    const position = graph.op('Gather', [graph.weight([rows, columns], values), index]);
    let x = graph.op('Add', [table.embed(graph, tokens, embedding), position]);
    const grown: string[] = [];
    for (const [place, layer] of layers.entries()) {
      const past = { keys: caches[2 * place] as string, values: caches[2 * place + 1] as string };
      const input = { x, past, cross: cross[place] as KeysValues, maskBias };
      const settings = { heads: config.decoderHeads, beamSize, point: `decoder.${place}` };
      const made = decoderLayer(graph, context, input, layer, settings);
      grown.push(made.present.keys, made.present.values);
      x = made.x;
    }
    const output = context.precision.prepare(graph, graph.reshape(x, [-1, context.width]), 'head');
    return { logits: table.project(graph, output), caches: grown };
  };
}

/**
 * The whole model as one graph that translates a batch.
 *
 * Inputs: `input_ids` [tokens, 1], those of all sentences; `places` [tokens, 1], where each is in the batch padded to one length;
 * `slots` [batch, length], the other way round, anything for padding; `mask_bias` [batch, 1, 1, length], 0 for tokens and a
 * large negative number for padding; `limits` [batch, 1], the most tokens of each sentence; `max_steps`, the largest of them.
 * Output: token ids [batch × beams, max_steps], best first, padded after each sentence's end.
 */
export function buildMarianGraph(options: GraphOptions): BuiltGraph {
  const { weights, config, precision, beamSize, observer } = options;
  const graph = new GraphBuilder();
  const context = { precision, activation: weights.activation, width: config.dModel };
  const embeddings = [weights.encoder.embedding, weights.decoder.embedding];
  const { head, layers } = weights.decoder;
  const table = createVocabularyTable(embeddings, head, config.suppressedTokenIds, precision.int8);
  const encoded = encode(graph, context, table, options);
  const cross = crossKeysValues(graph, context, encoded, layers, config.decoderHeads);
  const search = beamSize === 1 ? greedyChoice(config) : beamChoice({ config, beamSize });
  const loopContext: LoopContext = {
    config,
    beamSize,
    sources: { lastSteps: graph.op('Sub', ['limits', graph.int(1)]), maskBias: 'mask_bias', cross },
    decode: makeDecodeStep(context, table, options),
    ...(observer === undefined ? {} : { observer }),
  };
  const { outputIds, observations } = shrinkingLoop(graph, loopContext, search);
  const all = [...(observer?.seen(graph) ?? []), ...observations];
  const model = {
    irVersion: 8,
    producerName: 'unlimited-translation',
    opsetImport: [
      { domain: '', version: 18 },
      { domain: 'com.microsoft', version: 1 },
    ],
    graph: graph.toGraph(
      'marian',
      [
        valueInfo('input_ids', 'int64', [null, 1]),
        valueInfo('places', 'int64', [null, 1]),
        valueInfo('slots', 'int64', [null, null]),
        valueInfo('mask_bias', 'float', [null, 1, 1, null]),
        valueInfo('limits', 'int64', [null, 1]),
        valueInfo('max_steps', 'int64', []),
      ],
      [
        valueInfo(outputIds, 'int64', [null, null]),
        ...all.flatMap(({ min, max }) => [min, max]).map((name) => valueInfo(name, 'float', null)),
      ],
    ),
  };
  return { model, outputIds, observations: all };
}
