import { clausesOf } from './clauses.ts';
import type { Flag } from './flag.ts';
import type { Term } from './glossary.ts';
import { findInline, type MarkupOptions } from './inline.ts';
import type { PrepareOptions } from './plan.ts';

/**
 * Another way to translate a flagged segment.
 *
 * - `prepare`: prepare it again with these options.
 * - `beam`: the same model text with another beam size, where the engine can.
 * - `split`: each part on its own, prepared like a segment with all terms held; the target text is the concatenation of the parts'.
 */
export type Retry =
  | { readonly kind: 'prepare'; readonly options: Partial<PrepareOptions> }
  | { readonly kind: 'beam'; readonly beamSize: number }
  | { readonly kind: 'split'; readonly parts: readonly string[] };

/** The beams of a retry: of no use where the first attempt has as many. */
export const retryBeamSize = 4;

/**
 * The other ways worth trying for a segment with these flags, the most promising first: of 18 loops of the bundled model
 * in documentation, quotation marks mended 12, a beam of 4 also 12, clauses 8 of the 11 that have some, and the full
 * stop 6. Not every flag has a way, and the caller stops as soon as a result has no flag. Concatenated parts of a `split` are the source text.
 */
export function retries(
  sourceText: string,
  flags: readonly Flag[],
  { terms = [], ...options }: MarkupOptions & { readonly terms?: readonly Term[] } = {},
): Retry[] {
  const has = (...wanted: Flag[]) => wanted.some((flag) => flags.includes(flag));
  const isMalformed = has('empty_target', 'repetition', 'copied_source', 'length_off', 'wrong_script');
  const isIncomplete = has('cut_short', 'missing_sentence', 'doubled_sentence');
  const ways: Retry[] = [];
  if (has('glossary_missed')) ways.push({ kind: 'prepare', options: { heldTerms: 'all' } });
  if (has('numbers_changed')) ways.push({ kind: 'prepare', options: { protectNumbers: true } });
  if (has('lost_inline')) ways.push({ kind: 'prepare', options: { standIns: 'code' } });
  if (isMalformed) ways.push({ kind: 'prepare', options: { variation: 'quotes' } });
  if (isMalformed || isIncomplete) {
    ways.push(
      { kind: 'beam', beamSize: retryBeamSize },
      ...splitInto(clausesOf(sourceText, options.markup?.find(sourceText))),
    );
    ways.push({ kind: 'prepare', options: { variation: 'finalStop' } });
  }
  if (has('lost_inline')) ways.push(...splitInto(partsAround(sourceText, findInline(sourceText, options))));
  if (has('glossary_missed')) ways.push(...splitInto(partsAround(sourceText, terms)));
  return ways;
}

function splitInto(parts: readonly string[]): Retry[] {
  return parts.length > 1 ? [{ kind: 'split', parts }] : [];
}

/** These places and what stands between them: nothing can be lost, at the price of the sentence's unity. */
function partsAround(
  text: string,
  places: readonly { start: number; end: number; kind?: string }[],
): string[] {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, kind } of places) {
    if (kind === 'conjunction' || kind === 'text' || kind === 'space') continue;
    parts.push(text.slice(position, start), text.slice(start, end));
    position = end;
  }
  parts.push(text.slice(position));
  return parts.filter((part) => part !== '');
}
