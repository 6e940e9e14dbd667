import { env, LogLevel, PreTrainedTokenizer } from '@xenova/transformers';
import type { Tokenizer } from './tokenizer.ts';
import type { TokenizerFiles, TokenizerJson } from './tokenizer-file.ts';

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

/** The tokenizer of transformers.js, for whatever is not as Marian models have it. */
export function createLibraryTokenizer({ json, config }: TokenizerFiles, eosTokenId: number): Tokenizer {
  const library = new PreTrainedTokenizer(withoutSpecialTokens(json), config);
  const unknown = json.model.unk_id;
  return {
    encode(text) {
      const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
      const ids = passes(line).flatMap((piece) => library.encode(piece, { add_special_tokens: false }));
      ids.push(eosTokenId);
      return ids;
    },
    decode(ids) {
      const known = ids.filter((id) => id !== unknown);
      return known.length === 0 ? '' : library.decode(known, { clean_up_tokenization_spaces: false }).trim();
    },
  };
}
