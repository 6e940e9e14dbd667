import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';

/** What decoding has to know of a Marian model: `config.json`, `generation_config.json`, `tokenizer_config.json`. */
export interface ModelConfig {
  readonly dModel: number;
  readonly encoderLayers: number;
  readonly decoderLayers: number;
  readonly encoderHeads: number;
  readonly decoderHeads: number;
  readonly vocabSize: number;
  readonly eosTokenId: number;
  readonly padTokenId: number;
  readonly startTokenId: number;
  /** Tokens that must never be chosen. */
  readonly suppressedTokenIds: readonly number[];
  readonly numBeams: number;
  /** Exponent of the length that a hypothesis' score is divided by. */
  readonly lengthPenalty: number;
  /** Longest source, end of sentence included. */
  readonly maxSourceTokens: number;
  /** Longest target that the model has positions for. */
  readonly maxTargetTokens: number;
}

type Json = Record<string, unknown>;

async function readJson(path: string): Promise<Json> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  } catch (cause) {
    throw new EngineError('model_invalid', `${path} cannot be read`, { cause });
  }
  throw new EngineError('model_invalid', `${path} does not hold an object`);
}

function readCount(json: Json, name: string): number {
  const value = json[name];
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new EngineError(
    'model_invalid',
    `config.json: ${name} should be a count, not ${JSON.stringify(value)}`,
  );
}

/** The bad words of one token; longer ones have no use in Marian's models. */
function readSuppressed(generation: Json, padTokenId: number): number[] {
  const words = Array.isArray(generation.bad_words_ids) ? generation.bad_words_ids : [];
  const single = words.filter((word): word is [number] => Array.isArray(word) && word.length === 1).flat();
  return [...new Set([padTokenId, ...single])].sort((a, b) => a - b);
}

/**
 * Reads the settings of the model in `folder`.
 *
 * @throws EngineError `model_invalid` when a file is missing or says something else than a Marian model.
 */
export async function readModelConfig(folder: string): Promise<ModelConfig> {
  const [config, generation, tokenizer] = await Promise.all([
    readJson(join(folder, 'config.json')),
    readJson(join(folder, 'generation_config.json')).catch((): Json => ({})),
    readJson(join(folder, 'tokenizer_config.json')),
  ]);
  if (config.model_type !== 'marian') {
    throw new EngineError(
      'model_invalid',
      `config.json: model_type should be marian, not ${config.model_type}`,
    );
  }
  const positions = readCount(config, 'max_position_embeddings');
  const padTokenId = readCount(config, 'pad_token_id');
  const modelMaxLength = tokenizer.model_max_length;
  return {
    dModel: readCount(config, 'd_model'),
    encoderLayers: readCount(config, 'encoder_layers'),
    decoderLayers: readCount(config, 'decoder_layers'),
    encoderHeads: readCount(config, 'encoder_attention_heads'),
    decoderHeads: readCount(config, 'decoder_attention_heads'),
    vocabSize: readCount(config, 'vocab_size'),
    eosTokenId: readCount(config, 'eos_token_id'),
    padTokenId,
    startTokenId: readCount(config, 'decoder_start_token_id'),
    suppressedTokenIds: readSuppressed({ ...config, ...generation }, padTokenId),
    numBeams: Number(generation.num_beams ?? config.num_beams ?? 1),
    lengthPenalty: Number(generation.length_penalty ?? config.length_penalty ?? 1),
    maxSourceTokens: typeof modelMaxLength === 'number' ? Math.min(positions, modelMaxLength) : positions,
    maxTargetTokens: positions,
  };
}
