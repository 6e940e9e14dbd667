import type { ModelConfig } from '../model-config.ts';
import { beamLoop } from './beam-loop.ts';
import { crossKeysValues, decoderLayer, type KeysValues } from './decoder-graph.ts';
import { encoderLayer, type GraphContext } from './encoder-graph.ts';
import { GraphBuilder, valueInfo } from './graph-builder.ts';
import { greedyLoop } from './greedy-loop.ts';
import type { Embedding, MarianWeights } from './marian-weights.ts';
import type { Observation, Observer } from './observer.ts';
import type { ModelProto } from './onnx-schema.ts';
import type { Precision } from './precision.ts';
import type { DecodeStep, LoopContext } from './search-loop.ts';
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

function addPositions(
  graph: GraphBuilder,
  x: string,
  { positions }: Embedding,
  from: string,
  to: string,
): string {
  const table = graph.weight([positions.rows, positions.columns], positions.values);
  return graph.op('Add', [x, graph.op('Slice', [table, from, to, graph.ints([0])])]);
}

/** Encoder: [batch, length] ids → [batch, length, width]. */
function encode(
  graph: GraphBuilder,
  context: GraphContext,
  table: VocabularyTable,
  options: GraphOptions,
): string {
  const { weights, config } = options;
  const { embedding, layers } = weights.encoder;
  const length = graph.op('Slice', [graph.op('Shape', ['input_ids']), graph.ints([1]), graph.ints([2])]);
  const embedded = table.embed(graph, 'input_ids', embedding);
  const x = addPositions(graph, embedded, embedding, graph.ints([0]), length);
  return layers.reduce(
    (value, layer, index) =>
      encoderLayer(graph, context, value, 'mask_bias', layer, config.encoderHeads, `encoder.${index}`),
    x,
  );
}

/** Tokens of the step before, one for each row → logits, and the grown caches. */
function makeDecodeStep(
  context: GraphContext,
  table: VocabularyTable,
  { weights, config, beamSize }: GraphOptions,
  cross: readonly KeysValues[],
): DecodeStep {
  const { embedding, layers } = weights.decoder;
  return (graph, tokens, index, caches) => {
    const from = graph.reshape(index, [1]);
    const to = graph.op('Add', [from, graph.ints([1])]);
    let x = addPositions(graph, table.embed(graph, tokens, embedding), embedding, from, to);
    const grown: string[] = [];
    for (const [place, layer] of layers.entries()) {
      const past = { keys: caches[2 * place] as string, values: caches[2 * place + 1] as string };
      const input = { x, past, cross: cross[place] as KeysValues, maskBias: 'mask_bias' };
      const settings = { heads: config.decoderHeads, beamSize, point: `decoder.${place}` };
      const made = decoderLayer(graph, context, input, layer, settings);
      grown.push(made.present.keys, made.present.values);
      x = made.x;
    }
    return { logits: table.project(graph, context.precision.prepare(graph, x, 'head')), caches: grown };
  };
}

/**
 * The whole model as one graph that translates a batch.
 *
 * Inputs: `input_ids` [batch, length]; `mask_bias` [batch, 1, 1, length], 0 for tokens and a large negative number for
 * padding; `limits` [batch], the most tokens of each sentence; `max_steps`, the largest of them.
 * Output: token ids, padded after each sentence's end; greedy [steps, batch], with beams [batch × beams, steps], best first.
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
  const loopContext: LoopContext = {
    config,
    beamSize,
    paddedSize: table.paddedSize,
    layers: layers.length,
    step: makeDecodeStep(context, table, options, cross),
    ...(observer === undefined ? {} : { observer }),
  };
  const { outputIds, observations } = (beamSize === 1 ? greedyLoop : beamLoop)(graph, loopContext);
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
        valueInfo('input_ids', 'int64', [null, null]),
        valueInfo('mask_bias', 'float', [null, 1, 1, null]),
        valueInfo('limits', 'int64', [null]),
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
