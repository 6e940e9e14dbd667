import { createBoundaryRule } from './sentence-boundary.ts';
import type { Span } from './source-segment.ts';

/** Divides the text of one run into sentences: spans that touch each other and cover it. */
export type SentenceSplitter = (run: string) => Span[];

/** A mark that may end a sentence before something else; without one there is nothing to look for. */
const innerMark = /[.\p{STerm}][^\p{L}\s]{0,40}\s|[。！？｡]/u;
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/g;

/** The sentences of `Intl.Segmenter` (UAX #29) less those boundaries that the rules reject. */
export function createSentenceSplitter(lang: string): SentenceSplitter {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  const applyRules = createBoundaryRule(lang);

  return (run) => {
    if (!innerMark.test(run)) return [{ start: 0, end: run.length }];
    const text = run.replace(lineBreak, ' ');
    const sentences: Span[] = [];
    let start = 0;
    for (const { index } of segmenter.segment(text)) {
      if (index <= start) continue;
      const end = applyRules(text, start, index);
      if (end < 0) continue;
      sentences.push({ start, end });
      start = end;
    }
    sentences.push({ start, end: text.length });
    return sentences;
  };
}
