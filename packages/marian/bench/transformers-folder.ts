import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GraphBuilder, valueInfo } from '../src/compile/graph-builder.ts';
import { toIntegers } from '../src/compile/integers.ts';
import type {
  Attention,
  DecoderLayer,
  Embedding,
  EncoderLayer,
  Linear,
  MarianWeights,
  Norm,
} from '../src/compile/marian-weights.ts';

import { encodeOnnx } from '../src/compile/onnx-file.ts';
import type { GraphProto, ValueInfoProto } from '../src/compile/onnx-schema.ts';
import { elementType } from '../src/compile/onnx-tensor.ts';

/** What a model consists of besides its weights. */
export interface FolderOptions {
  readonly heads: number;
  /** Whether the weights are 8-bit and the activations quantized on the fly, as in the files on the hub. */
  readonly quantized: boolean;
  /** Contents of the JSON files of the folder, by name. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Writes graphs node by node in the manner of exporters, so that what reads real files can be tried on any weights. */
class Exporter {
  readonly #quantized: boolean;
  readonly #heads: number;
  readonly #quantizedValues = new Map<string, string[]>();

  constructor(quantized: boolean, heads: number) {
    this.#quantized = quantized;
    this.#heads = heads;
  }

  linear(graph: GraphBuilder, x: string, { weight, bias }: Linear): string {
    const { rows, columns } = weight;
    const shift = graph.weight([columns], bias);
    if (!this.#quantized) {
      return graph.op('Add', [shift, graph.op('MatMul', [x, graph.weight([rows, columns], weight.values)])]);
    }
    const [value = '', scale = '', zero = ''] = this.#quantize(graph, x);
    const { values, scales } = toIntegers(weight);
    const product = graph.op('MatMulInteger', [value, graph.weight([rows, columns], values), zero]);
    const factor = graph.op('Mul', [scale, graph.weight([columns], scales)]);
    return graph.op('Add', [
      shift,
      graph.op('Mul', [graph.op('Cast', [product], { to: elementType.float }), factor]),
    ]);
  }

  embed(
    graph: GraphBuilder,
    ids: string,
    { tokens, scale, positions }: Embedding,
    from: string,
    to: string,
  ): string {
    const rows = graph.op('Gather', [graph.weight([tokens.rows, tokens.columns], tokens.values), ids]);
    const table = graph.weight([positions.rows, positions.columns], positions.values);
    const places = graph.op('Slice', [table, from, to, graph.ints([0])]);
    return graph.op('Add', [graph.op('Mul', [rows, graph.float(scale)]), places]);
  }

  norm(graph: GraphBuilder, x: string, { gamma, beta, epsilon }: Norm): string {
    const size = gamma.length;
    return graph.op('LayerNormalization', [x, graph.weight([size], gamma), graph.weight([size], beta)], {
      axis: -1,
      epsilon: { float: epsilon },
    });
  }

  split(graph: GraphBuilder, x: string, width: number): string {
    return graph.op('Transpose', [graph.reshape(x, [0, 0, this.#heads, width / this.#heads])], {
      perm: [0, 2, 1, 3],
    });
  }

  /** Attention of x to keys and values that are there already. */
  attend(
    graph: GraphBuilder,
    x: string,
    keys: string,
    values: string,
    mask: string | undefined,
    layer: Attention,
  ) {
    const width = layer.q.weight.columns;
    const scaled = graph.op('Mul', [
      this.linear(graph, x, layer.q),
      graph.float((width / this.#heads) ** -0.5),
    ]);
    const turned = graph.op('Transpose', [keys], { perm: [0, 1, 3, 2] });
    const scores = graph.op('MatMul', [this.split(graph, scaled, width), turned]);
    const masked = mask === undefined ? scores : graph.op('Add', [scores, mask]);
    const mixed = graph.op('MatMul', [graph.op('Softmax', [masked], { axis: -1 }), values]);
    const joined = graph.reshape(graph.op('Transpose', [mixed], { perm: [0, 2, 1, 3] }), [0, 0, width]);
    return this.linear(graph, joined, layer.out);
  }

  feedForward(
    graph: GraphBuilder,
    x: string,
    layer: EncoderLayer,
    activation: MarianWeights['activation'],
  ): string {
    const inner = this.linear(graph, x, layer.fc1);
    const activated =
      activation === 'relu'
        ? graph.op('Relu', [inner])
        : graph.op('Mul', [inner, graph.op('Sigmoid', [inner])]);
    return this.norm(graph, graph.op('Add', [x, this.linear(graph, activated, layer.fc2)]), layer.finalNorm);
  }

  #quantize(graph: GraphBuilder, x: string): string[] {
    const known = this.#quantizedValues.get(x) ?? graph.ops('DynamicQuantizeLinear', [x], 3);
    this.#quantizedValues.set(x, known);
    return known;
  }
}

function maskOf(graph: GraphBuilder, mask: string): string {
  const wide = graph.op('Cast', [graph.op('Unsqueeze', [mask, graph.ints([1, 2])])], {
    to: elementType.float,
  });
  return graph.op('Mul', [graph.op('Sub', [graph.float(1), wide]), graph.float(-1e9)]);
}

function lengthOf(graph: GraphBuilder, value: string, axis: number): string {
  return graph.op('Slice', [graph.op('Shape', [value]), graph.ints([axis]), graph.ints([axis + 1])]);
}

function encoderGraph(
  { encoder, activation }: MarianWeights,
  { quantized, heads }: FolderOptions,
): GraphProto {
  const graph = new GraphBuilder();
  const exporter = new Exporter(quantized, heads);
  const mask = maskOf(graph, 'attention_mask');
  const { embedding, layers } = encoder;
  const width = embedding.tokens.columns;
  let x = exporter.embed(graph, 'input_ids', embedding, graph.ints([0]), lengthOf(graph, 'input_ids', 1));
  for (const layer of layers) {
    const { k, v } = layer.selfAttention;
    const keys = exporter.split(graph, exporter.linear(graph, x, k), width);
    const values = exporter.split(graph, exporter.linear(graph, x, v), width);
    const attended = exporter.attend(graph, x, keys, values, mask, layer.selfAttention);
    x = exporter.norm(graph, graph.op('Add', [x, attended]), layer.selfNorm);
    x = exporter.feedForward(graph, x, layer, activation);
  }
  graph.named('Identity', [x], ['last_hidden_state']);
  const ids = ['input_ids', 'attention_mask'].map((name) => valueInfo(name, 'int64', [null, null]));
  return graph.toGraph('encoder', ids, [valueInfo('last_hidden_state', 'float', [null, null, width])]);
}

const kinds = ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value'];

/** One of the two ways through the decoder: with the cache of the steps before, or without one. */
function decoderBranch(
  root: GraphBuilder,
  weights: MarianWeights,
  options: FolderOptions,
  cached: boolean,
): GraphProto {
  const prefix = cached ? 'next/' : 'first/';
  const graph = new GraphBuilder(root, prefix);
  const exporter = new Exporter(options.quantized, options.heads);
  const { embedding, layers, head } = weights.decoder;
  const width = embedding.tokens.columns;
  const from = cached ? lengthOf(graph, 'past_key_values.0.decoder.key', 2) : graph.ints([0]);
  const to = graph.op('Add', [from, lengthOf(graph, 'input_ids', 1)]);
  const mask = maskOf(graph, 'encoder_attention_mask');
  const outputs: string[] = [];
  let x = exporter.embed(graph, 'input_ids', embedding, from, to);
  const keysValues = (of: string, { k, v }: Attention) =>
    [k, v].map((linear) => exporter.split(graph, exporter.linear(graph, of, linear), width));
  for (const [index, layer] of layers.entries()) {
    const past = kinds.map((kind) => `past_key_values.${index}.${kind}`) as [string, string, string, string];
    const made = keysValues(x, layer.selfAttention);
    const [keys = '', values = ''] = cached
      ? made.map((value, place) => graph.op('Concat', [past[place] as string, value], { axis: 2 }))
      : made;
    const attended = exporter.attend(graph, x, keys, values, undefined, layer.selfAttention);
    x = exporter.norm(graph, graph.op('Add', [x, attended]), layer.selfNorm);
    const [crossKeys = '', crossValues = ''] = cached
      ? past.slice(2)
      : keysValues('encoder_hidden_states', layer.crossAttention);
    const crossed = exporter.attend(graph, x, crossKeys, crossValues, mask, layer.crossAttention);
    x = exporter.norm(graph, graph.op('Add', [x, crossed]), layer.crossNorm);
    x = exporter.feedForward(graph, x, layer, weights.activation);
    outputs.push(keys, values, crossKeys, crossValues);
  }
  const all = [exporter.linear(graph, x, head), ...outputs].map((name) => graph.op('Identity', [name]));
  const info = all.map((name) => valueInfo(name, 'float', null));
  return graph.toGraph(cached ? 'next' : 'first', [], info);
}

function cacheInfo(layers: readonly DecoderLayer[], prefix: string, heads: number): ValueInfoProto[] {
  const width = (layers[0]?.fc1.weight.rows ?? 0) / heads;
  return layers.flatMap((_, index) =>
    kinds.map((kind) => valueInfo(`${prefix}.${index}.${kind}`, 'float', [null, heads, null, width])),
  );
}

function decoderGraph(weights: MarianWeights, options: FolderOptions): GraphProto {
  const root = new GraphBuilder();
  const { layers, head } = weights.decoder;
  const width = head.weight.rows;
  const present = cacheInfo(layers, 'present', options.heads);
  const outputs = ['logits', ...present.map(({ name }) => name)];
  const then_branch = { graph: decoderBranch(root, weights, options, true) };
  const else_branch = { graph: decoderBranch(root, weights, options, false) };
  root.named('If', ['use_cache_branch'], outputs, { attributes: { then_branch, else_branch } });
  return root.toGraph(
    'decoder',
    [
      valueInfo('encoder_attention_mask', 'int64', [null, null]),
      valueInfo('input_ids', 'int64', [null, null]),
      valueInfo('encoder_hidden_states', 'float', [null, null, width]),
      ...cacheInfo(layers, 'past_key_values', options.heads),
      valueInfo('use_cache_branch', 'bool', [1]),
    ],
    [valueInfo('logits', 'float', [null, null, head.weight.columns]), ...present],
  );
}

/** Writes a model in the layout of transformers.js, with the names that Optimum gives inputs and outputs. */
export async function writeTransformersFolder(
  folder: string,
  weights: MarianWeights,
  options: FolderOptions,
): Promise<void> {
  await mkdir(join(folder, 'onnx'), { recursive: true });
  for (const [name, content] of Object.entries(options.json)) {
    await writeFile(join(folder, name), JSON.stringify(content));
  }
  const suffix = options.quantized ? '_quantized' : '';
  const write = (name: string, graph: GraphProto) => {
    const opsetImport = [{ domain: '', version: 17 }];
    return writeFile(
      join(folder, 'onnx', `${name}${suffix}.onnx`),
      encodeOnnx({ irVersion: 8, graph, opsetImport }),
    );
  };
  await write('encoder_model', encoderGraph(weights, options));
  await write('decoder_model_merged', decoderGraph(weights, options));
}
