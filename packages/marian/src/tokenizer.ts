import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env, LogLevel, PreTrainedTokenizer } from '@xenova/transformers';
import { EngineError } from './engine-error.ts';

/** Text ⇄ token ids of one model. */
export interface Tokenizer {
  /** Ids of the text, ending in the end-of-sentence token. Runs of whitespace and control characters count as one space. */
  encode(text: string): number[];
  /** Text of ids that hold no special token but the unknown one, which is left out. */
  decode(ids: readonly number[]): string;
}

interface TokenizerJson {
  added_tokens: { id: number; content: string; special: boolean }[];
  model: { unk_id: number; vocab: [piece: string, score: number][] };
}

// The library's warnings quote the text that they are about.
env.logLevel = LogLevel.ERROR;

/** Longest text given to the library at once: its recursion and its spread arguments overflow on far longer words. */
const longestPass = 16_384;

/**
 * Takes away what a text could spell out to get a special token: `</s>` written by a user is five characters.
 * (The library matches `added_tokens` before, and every piece of the vocabulary during, tokenisation.)
 */
function withoutSpecialTokens(json: TokenizerJson): TokenizerJson {
  const special = new Set(json.added_tokens.filter((token) => token.special).map((token) => token.id));
  const vocab = json.model.vocab.map(([piece, score], id): [string, number] =>
    special.has(id) ? [`\0${piece}`, score] : [piece, score],
  );
  return { ...json, added_tokens: [], model: { ...json.model, vocab } };
}

/** Pieces of at most `longestPass` code units, cut between characters. */
function passes(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + longestPass);
    if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

/**
 * Opens the tokenizer of a model folder.
 *
 * @throws EngineError `model_invalid` when its files are missing or not of the expected kind.
 */
export async function loadTokenizer(folder: string, eosTokenId: number): Promise<Tokenizer> {
  try {
    const [json, config] = await Promise.all(
      ['tokenizer.json', 'tokenizer_config.json'].map(async (name) =>
        JSON.parse(await readFile(join(folder, name), 'utf8')),
      ),
    );
    const library = new PreTrainedTokenizer(withoutSpecialTokens(json), config);
    const unknown = (json as TokenizerJson).model.unk_id;
    return {
      encode(text) {
        const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
        const ids = passes(line).flatMap((piece) => library.encode(piece, { add_special_tokens: false }));
        ids.push(eosTokenId);
        return ids;
      },
      decode(ids) {
        const known = ids.filter((id) => id !== unknown);
        return known.length === 0
          ? ''
          : library.decode(known, { clean_up_tokenization_spaces: false }).trim();
      },
    };
  } catch (cause) {
    throw new EngineError('model_invalid', `the tokenizer in ${folder} cannot be opened`, { cause });
  }
}
