import type { Segment } from '@unlimited/contract';
import type { Direction } from '../services/directions.ts';
import { findAlternatives } from '../services/find-alternatives.ts';
import type { Services } from '../services/services.ts';

interface AlternativesOptions {
  readonly direction: Direction;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** Segments that are looked at together. */
const together = 8;

/**
 * Other translations of a whole text, likeliest first: the first holds the second best of every sentence, and so on for
 * as long as any sentence has one.
 */
export async function compatAlternatives(
  services: Services,
  segments: readonly Segment[],
  { direction, limit, signal }: AlternativesOptions,
): Promise<string[]> {
  const found: string[][] = [];
  for (let start = 0; start < segments.length; start += together) {
    const group = segments.slice(start, start + together);
    const searches = group.map(({ sourceText, targetText }) =>
      findAlternatives(services, {
        // Nothing is looked up under it, for there is no glossary.
        id: '',
        hasGlossary: false,
        format: 'plain',
        sourceText,
        targetText,
        sourceLang: direction.sourceLang,
        targetLang: direction.targetLang,
        modelKey: direction.key,
        limit,
        signal,
      }),
    );
    found.push(...(await Promise.all(searches)));
  }
  const count = Math.max(0, ...found.map((each) => each.length));
  return Array.from({ length: count }, (_, rank) =>
    segments.map(({ targetText, gap }, i) => `${found[i]?.[rank] ?? targetText ?? ''}${gap}`).join(''),
  );
}
