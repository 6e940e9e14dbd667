import type { ModelConfig } from '../model-config.ts';
import { GraphTracer, UnexpectedGraph } from './graph-tracer.ts';
import type {
  Activation,
  DecoderLayer,
  Embedding,
  EncoderLayer,
  MarianWeights,
  Matrix,
} from './marian-weights.ts';
import type { GraphProto, ModelProto } from './onnx-schema.ts';
import { traceAttention } from './trace-attention.ts';
import { dequantize, floatMatrix, type TracedLinear, traceLinear, traceNorm } from './trace-linear.ts';

interface Residual {
  readonly input: string;
  readonly branch: TracedLinear;
}

/** x + f(x), where f ends in a linear layer. */
function traceResidual(tracer: GraphTracer, name: string): Residual {
  const sum = tracer.expect(name, 'a residual sum', 'Add');
  const [left, right] = sum.input as [string, string];
  for (const [input, branch] of [
    [left, right],
    [right, left],
  ] as const) {
    try {
      return { input: tracer.origin(input), branch: traceLinear(tracer, branch) };
    } catch (error) {
      if (!(error instanceof UnexpectedGraph)) throw error;
    }
  }
  throw tracer.unexpected(name, 'a residual sum of a linear layer');
}

function traceActivation(
  tracer: GraphTracer,
  name: string,
): { readonly kind: Activation; readonly input: string } {
  const node = tracer.expect(name, 'an activation (relu or swish)', 'Relu', 'Mul');
  if (node.opType === 'Relu') return { kind: 'relu', input: node.input[0] as string };
  const [left, right] = node.input as [string, string];
  for (const [input, gate] of [
    [left, right],
    [right, left],
  ] as const) {
    const sigmoid = tracer.producer(gate);
    if (sigmoid?.opType === 'Sigmoid' && tracer.origin(sigmoid.input[0] as string) === tracer.origin(input)) {
      return { kind: 'swish', input };
    }
  }
  throw tracer.unexpected(name, 'an activation (relu or swish)');
}

/** The table that rows are looked up in, 8-bit or not. */
function traceTable(tracer: GraphTracer, name: string): Matrix {
  const node = tracer.expect(name, 'a look-up', 'Gather', 'Slice', 'DequantizeLinear', 'Unsqueeze');
  if (node.opType === 'Unsqueeze') return traceTable(tracer, node.input[0] as string);
  const table = (from: string) => tracer.expectConstant(from, 'a table of embeddings');
  if (node.opType !== 'DequantizeLinear')
    return floatMatrix(table(node.input[0] as string), 'the embeddings');
  const [quantized, scale, zero] = node.input as [string, string, string?];
  const rows = tracer.expect(quantized, 'a look-up', 'Gather', 'Slice');
  const zeroPoint = zero ? tracer.constant(zero) : undefined;
  const scales = tracer.expectConstant(scale, 'a scale of embeddings');
  return dequantize(table(rows.input[0] as string), scales, zeroPoint, 'the embeddings');
}

function traceEmbedding(tracer: GraphTracer, name: string): Embedding {
  const [scaled, positions] = tracer.expect(name, 'embeddings plus positions', 'Add').input as [
    string,
    string,
  ];
  const product = tracer.producer(scaled);
  const split = product?.opType === 'Mul' ? tracer.splitConstant(product) : undefined;
  return {
    tokens: traceTable(tracer, split?.other ?? scaled),
    scale: split ? (split.constant.values[0] as number) : 1,
    positions: traceTable(tracer, positions),
  };
}

interface Traced<Layer> {
  readonly layer: Layer;
  readonly activation: Activation;
  /** Name of the layer's input. */
  readonly input: string;
}

function same(tracer: GraphTracer, name: string, expected: string, what: string): void {
  if (tracer.origin(name) !== expected) throw tracer.unexpected(name, `${what}, fed by ${expected}`);
}

function traceFeedForward(tracer: GraphTracer, output: string) {
  const finalNorm = traceNorm(tracer, output);
  const { input, branch: fc2 } = traceResidual(tracer, finalNorm.input);
  const { kind: activation, input: activated } = traceActivation(tracer, fc2.input);
  const fc1 = traceLinear(tracer, activated);
  same(tracer, fc1.input, input, 'a feed-forward layer');
  return { finalNorm, fc1, fc2, activation, input };
}

function traceSublayer(tracer: GraphTracer, output: string, width: number) {
  const norm = traceNorm(tracer, output);
  const { input, branch } = traceResidual(tracer, norm.input);
  const attention = traceAttention(tracer, branch, width);
  same(tracer, attention.input, input, 'an attention');
  return { norm, attention, input };
}

function traceEncoderLayer(tracer: GraphTracer, output: string, width: number): Traced<EncoderLayer> {
  const { input: middle, activation, ...feedForward } = traceFeedForward(tracer, output);
  const { norm: selfNorm, attention: selfAttention, input } = traceSublayer(tracer, middle, width);
  same(tracer, selfAttention.memory, input, 'a self-attention');
  return { layer: { selfAttention, selfNorm, ...feedForward }, activation, input };
}

function traceDecoderLayer(tracer: GraphTracer, output: string, width: number): Traced<DecoderLayer> {
  const { input: upper, activation, ...feedForward } = traceFeedForward(tracer, output);
  const cross = traceSublayer(tracer, upper, width);
  same(tracer, cross.attention.memory, 'encoder_hidden_states', 'a cross-attention');
  const { norm: selfNorm, attention: selfAttention, input } = traceSublayer(tracer, cross.input, width);
  same(tracer, selfAttention.memory, input, 'a self-attention');
  const layer = {
    selfAttention,
    selfNorm,
    crossAttention: cross.attention,
    crossNorm: cross.norm,
    ...feedForward,
  };
  return { layer, activation, input };
}

/** Layers from the last to the first, in the order of the first to the last. */
function traceStack<Layer>(count: number, output: string, trace: (name: string) => Traced<Layer>) {
  const traced: Traced<Layer>[] = [];
  for (let name = output; traced.length < count; ) {
    const each = trace(name);
    traced.unshift(each);
    name = each.input;
  }
  const [first] = traced as [Traced<Layer>];
  if (traced.some(({ activation }) => activation !== first.activation)) {
    throw new UnexpectedGraph('layers with different activations');
  }
  return { layers: traced.map(({ layer }) => layer), input: first.input, activation: first.activation };
}

/** The branch of the decoder that takes no cache: it holds every weight. */
function firstStepScopes(decoder: GraphProto): GraphProto[] {
  const choice = decoder.node.find(({ opType }) => opType === 'If');
  const branch = choice?.attribute.find(({ name }) => name === 'else_branch')?.g;
  if (!branch) throw new UnexpectedGraph('the decoder is not one graph with two branches (merged)');
  return [branch, decoder];
}

/**
 * Reads the weights of a Marian model out of its encoder and its merged decoder, by following the graphs from their
 * outputs to their inputs. Names do not matter, nor whether the weights are 8-bit.
 *
 * @throws UnexpectedGraph when something else is found than such a model consists of.
 */
export function traceMarian(encoder: ModelProto, decoder: ModelProto, config: ModelConfig): MarianWeights {
  const encoding = new GraphTracer([encoder.graph]);
  const encoderWidth = config.dModel / config.encoderHeads;
  const encoded = traceStack(config.encoderLayers, 'last_hidden_state', (name) =>
    traceEncoderLayer(encoding, name, encoderWidth),
  );
  const scopes = firstStepScopes(decoder.graph);
  const decoding = new GraphTracer(scopes);
  const logits = scopes[0]?.output[0]?.name as string;
  const head = traceLinear(decoding, logits);
  const decoderWidth = config.dModel / config.decoderHeads;
  const decoded = traceStack(config.decoderLayers, decoding.origin(head.input), (name) =>
    traceDecoderLayer(decoding, name, decoderWidth),
  );
  if (encoded.activation !== decoded.activation) {
    throw new UnexpectedGraph('encoder and decoder with different activations');
  }
  return {
    activation: encoded.activation,
    encoder: { embedding: traceEmbedding(encoding, encoded.input), layers: encoded.layers },
    decoder: { embedding: traceEmbedding(decoding, decoded.input), layers: decoded.layers, head },
  };
}
