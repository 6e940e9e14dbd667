import type {
  Attention,
  DecoderLayer,
  EncoderLayer,
  Linear,
  MarianWeights,
  Matrix,
  Norm,
} from '../src/compile/marian-weights.ts';
import { turn } from '../src/compile/matrices.ts';
import { writeTransformersFolder } from './transformers-folder.ts';

/** The shape of `opus-mt-de-en`. */
const shape = { width: 512, feedForward: 2_048, heads: 8, layers: 6, vocabulary: 58_101, positions: 512 };
const padTokenId = shape.vocabulary - 1;

/** Numbers between -1 and 1, always the same (xorshift). */
function createNoise(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  };
}

function makeWeights(): MarianWeights {
  const noise = createNoise();
  const matrix = (rows: number, columns: number, size = rows ** -0.5): Matrix => {
    const values = new Float32Array(rows * columns);
    for (let index = 0; index < values.length; index += 1) values[index] = noise() * size;
    return { rows, columns, values };
  };
  const linear = (rows: number, columns: number): Linear => ({
    weight: matrix(rows, columns),
    bias: new Float32Array(columns),
  });
  const { width, feedForward, vocabulary } = shape;
  const norm = (): Norm => ({
    gamma: new Float32Array(width).fill(1),
    beta: new Float32Array(width),
    epsilon: 1e-5,
  });
  const attention = (): Attention => ({
    q: linear(width, width),
    k: linear(width, width),
    v: linear(width, width),
    out: linear(width, width),
  });
  const encoderLayer = (): EncoderLayer => ({
    selfAttention: attention(),
    selfNorm: norm(),
    fc1: linear(width, feedForward),
    fc2: linear(feedForward, width),
    finalNorm: norm(),
  });
  const decoderLayer = (): DecoderLayer => ({
    ...encoderLayer(),
    crossAttention: attention(),
    crossNorm: norm(),
  });
  const repeat = <T>(make: () => T) => Array.from({ length: shape.layers }, make);
  const tokens = matrix(vocabulary, width, width ** -0.5);
  const embedding = { tokens, scale: Math.sqrt(width), positions: matrix(shape.positions, width, 1) };
  const bias = new Float32Array(vocabulary);
  // No sentence ends before its limit: the work is then the same for everybody.
  bias[0] = -1e4;
  const head = {
    weight: { rows: width, columns: vocabulary, values: turn(tokens.values, vocabulary, width) },
    bias,
  };
  return {
    activation: 'swish',
    encoder: { embedding, layers: repeat(encoderLayer) },
    decoder: { embedding, layers: repeat(decoderLayer), head },
  };
}

/** A vocabulary of made-up words: each is one token. */
function makeTokenizer(): object {
  const special = { 0: '</s>', 1: '<unk>', [padTokenId]: '<pad>' };
  const vocab = Array.from({ length: shape.vocabulary }, (_, id) => [special[id] ?? `▁${wordOf(id)}`, -1]);
  const metaspace = { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' };
  return {
    version: '1.0',
    added_tokens: Object.entries(special).map(([id, content]) => ({
      id: Number(id),
      content,
      special: true,
    })),
    normalizer: { type: 'Precompiled', precompiled_charsmap: null },
    pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'WhitespaceSplit' }, metaspace] },
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
      pair: [],
      special_tokens: { '</s>': { id: '</s>', ids: [0], tokens: ['</s>'] } },
    },
    decoder: metaspace,
    model: { type: 'Unigram', unk_id: 1, vocab, byte_fallback: false },
  };
}

function wordOf(id: number): string {
  return `w${id.toString(36).padStart(4, '0')}`;
}

/** Sentences of `words` words, and so of one token more, out of the vocabulary of the random model. */
export function randomSentences(count: number, words: number): string[] {
  const noise = createNoise();
  const word = () => wordOf(2 + Math.floor(Math.abs(noise()) * (shape.vocabulary - 4)));
  return Array.from({ length: count }, () => Array.from({ length: words }, word).join(' '));
}

/** Writes a model of the shape of opus-mt-de-en with random weights, 8-bit, as transformers.js reads it. */
export async function writeRandomModel(folder: string): Promise<void> {
  const ids = { pad_token_id: padTokenId, eos_token_id: 0, decoder_start_token_id: padTokenId };
  const sizes = Object.fromEntries(
    ['encoder', 'decoder'].flatMap((side) => [
      [`${side}_layers`, shape.layers],
      [`${side}_attention_heads`, shape.heads],
      [`${side}_ffn_dim`, shape.feedForward],
    ]),
  );
  const config = {
    model_type: 'marian',
    architectures: ['MarianMTModel'],
    activation_function: 'swish',
    d_model: shape.width,
    vocab_size: shape.vocabulary,
    max_position_embeddings: shape.positions,
    is_encoder_decoder: true,
    scale_embedding: true,
    ...sizes,
    ...ids,
  };
  await writeTransformersFolder(folder, makeWeights(), {
    heads: shape.heads,
    quantized: true,
    json: {
      'config.json': config,
      'generation_config.json': { ...ids, num_beams: 1, max_length: 512, bad_words_ids: [[padTokenId]] },
      'tokenizer.json': makeTokenizer(),
      'tokenizer_config.json': {
        tokenizer_class: 'MarianTokenizer',
        eos_token: '</s>',
        unk_token: '<unk>',
        pad_token: '<pad>',
        model_max_length: 512,
      },
    },
  });
}
