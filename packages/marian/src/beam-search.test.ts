import { expect, it } from 'vitest';
import { createBeamSearch } from './beam-search.ts';
import type { TargetSentence } from './decoder.ts';
import { createGreedySearch } from './greedy-search.ts';
import type { Search } from './search.ts';

const settings = { vocabSize: 5, eosTokenId: 0, suppressedTokenIds: [4], lengthPenalty: 1 };

/** A model whose logits depend on the whole history in a way that is hard to guess. */
function logitsOf(history: readonly number[], sentence: number): number[] {
  let hash = 2166136261 ^ sentence;
  for (const token of history) hash = Math.imul(hash ^ token, 16777619);
  return Array.from({ length: settings.vocabSize }, (_, token) => {
    const mixed = Math.imul(hash ^ (token + 1), 2654435761) >>> 0;
    return (mixed / 2 ** 32) * 6 - (token === 0 ? 3 : 0);
  });
}

function run(search: Search, sentences: readonly number[]): TargetSentence[] {
  let rows = sentences.map((sentence) => ({ sentence, history: [] as number[] }));
  for (;;) {
    const next = search.next(
      Float32Array.from(rows.flatMap(({ sentence, history }) => logitsOf(history, sentence))),
    );
    if (next === undefined) return search.results();
    rows = next.parents.map((parent, index) => {
      const { sentence, history } = rows[parent] as (typeof rows)[number];
      return { sentence, history: [...history, next.tokens[index] as number] };
    });
  }
}

interface Scored {
  readonly ids: number[];
  readonly ended: boolean;
  readonly score: number;
}

/** Every sequence of at most `limit` tokens, best first. */
function exhaustive(sentence: number, limit: number): Scored[] {
  const found: Scored[] = [];
  const visit = (ids: number[], sum: number): void => {
    const logits = logitsOf(ids, sentence);
    const total = Math.log(logits.slice(0, 4).reduce((sum, value) => sum + Math.exp(value), 0));
    found.push({ ids, ended: true, score: (sum + (logits[0] as number) - total) / (ids.length + 1) });
    for (const token of [1, 2, 3]) {
      const grown = sum + (logits[token] as number) - total;
      if (ids.length + 1 < limit) visit([...ids, token], grown);
      else found.push({ ids: [...ids, token], ended: false, score: grown / limit });
    }
  };
  visit([], 0);
  return found.sort((a, b) => b.score - a.score);
}

const sentences = 40;
const all = Array.from({ length: sentences }, (_, sentence) => sentence);

it('finds the best of all sequences, and the next best, when the beam is wide enough to hold them', () => {
  const limit = 4;
  const found = run(createBeamSearch(new Array(sentences).fill(limit), 200, settings), all);
  for (const [sentence, { ids, ended, alternatives }] of found.entries()) {
    const [best, ...others] = exhaustive(sentence, limit);
    expect({ ids, ended }).toEqual({ ids: best?.ids, ended: best?.ended });
    const next = others.filter((other) => other.ended && other.ids.length > 0);
    expect(alternatives.slice(0, 5)).toEqual(next.slice(0, 5).map((other) => other.ids));
  }
});

it('does not depend on the other sentences of the batch', () => {
  const limits = all.map((sentence) => 3 + (sentence % 9));
  const together = run(createBeamSearch(limits, 3, settings), all);
  const alone = limits.flatMap((limit, sentence) => run(createBeamSearch([limit], 3, settings), [sentence]));
  expect(together).toEqual(alone);
});

it('greedy ends every sentence at its own limit', () => {
  const limits = all.map((sentence) => 1 + (sentence % 7));
  for (const [sentence, { ids, ended }] of run(createGreedySearch(limits, settings), all).entries()) {
    expect(ids.length).toBeLessThanOrEqual(limits[sentence] as number);
    expect(ended || ids.length === limits[sentence]).toBe(true);
    expect(ids).not.toContain(4);
  }
});
