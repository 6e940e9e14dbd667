import type { Tokenizer } from './tokenizer.ts';
import type { TokenizerJson } from './tokenizer-file.ts';
import { Unigram } from './unigram.ts';

/** Letters, digits and punctuation that normalization leaves alone, in texts that hold nothing else. */
const isNormal = /^[ -~¡-§©«¬®°±¶·»¿-ıĴ-ľŁ-ňŊ-žƀ–—‘-„†‡•‹›€]*$/;
const spaces = /[\u2000-\u200f\u2581\ufffd]/g;

/** Text ⇄ token ids of a Marian model, as `isMarianTokenizer` tells one: in the same ids as transformers.js, in a tenth of the time. */
export function createMarianTokenizer({ added_tokens, model }: TokenizerJson, eosTokenId: number): Tokenizer {
  const { unk_id: unknownId, vocab: pieces } = model;
  const specialIds = new Set(added_tokens.filter(({ special }) => special).map(({ id }) => id));
  const unigram = new Unigram({ pieces, unknownId, specialIds });
  const spelling = pieces.map(([piece]) => piece);
  return {
    encode(text) {
      const ids: number[] = [];
      for (const word of normalise(text).match(/\S+/g) ?? []) unigram.encode(`▁${word}`, ids);
      ids.push(eosTokenId);
      return ids;
    },
    decode(ids) {
      let text = '';
      for (const id of ids) if (id !== unknownId) text += spelling[id] ?? '';
      return text.replaceAll('▁', ' ').trim();
    },
  };
}

/** As transformers.js renders SentencePiece's `nmt_nfkc`: NFKC, but for the fullwidth tilde; joiners and marks of direction are spaces. */
function normalise(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ');
  if (isNormal.test(line)) return line;
  return line
    .replace(spaces, ' ')
    .split('\uff5e')
    .map((part) => part.normalize('NFKC'))
    .join('\uff5e');
}
