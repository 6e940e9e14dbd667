import { CompatRefusal, missing, tooLong } from './compat-error.ts';
import type { CompatInput } from './compat-input.ts';
import type { CompatOptions } from './compat-options.ts';

export interface CompatTranslate {
  readonly texts: readonly string[];
  /** Whether they came as a list, and go back as one. */
  readonly batch: boolean;
  readonly source: string;
  readonly target: string;
  readonly format: string;
  readonly alternatives: number;
}

/** Other translations of one text, at most; each costs a beam. */
export const maxAlternatives = 8;

/**
 * What `POST /translate` is asked for. Whether languages and format are there is seen later, which clients rely on.
 *
 * @throws CompatRefusal
 */
export function readTranslateRequest(input: CompatInput, options: CompatOptions): CompatTranslate {
  const q = input.get('q');
  const batch = Array.isArray(q);
  if (q === undefined || q === null || q === '' || (batch && q.length === 0)) throw missing('q');
  const source = requiredText(input, 'source');
  const target = requiredText(input, 'target');
  const alternatives = readAlternatives(input.get('alternatives'));
  const texts = (batch ? q : [q]).map((text) => asText(text));
  checkLimits(texts, batch, options);
  return {
    texts: input.isJson ? texts : texts.map(withLineFeeds),
    batch,
    source,
    target,
    format: optionalText(input, 'format') ?? 'text',
    alternatives,
  };
}

/** A value that has to be there. @throws CompatRefusal */
export function requiredText(input: CompatInput, name: string): string {
  const value = optionalText(input, name);
  if (value === undefined) throw missing(name);
  return value;
}

function optionalText(input: CompatInput, name: string): string | undefined {
  const value = input.get(name);
  return value === undefined || value === null || value === '' ? undefined : asText(value);
}

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new CompatRefusal(400, 'Invalid JSON format');
  return value;
}

function readAlternatives(value: unknown): number {
  if (value === undefined || value === null || value === '') return 0;
  const written = typeof value === 'string' ? /^\s*[+-]?\d+\s*$/.test(value) : typeof value === 'number';
  const count = written ? Math.trunc(Number(value)) : Number.NaN;
  if (!Number.isFinite(count)) throw refusedAlternatives('is not a number');
  if (count > maxAlternatives) throw refusedAlternatives(`must be <= ${maxAlternatives}`);
  return Math.max(0, count);
}

function refusedAlternatives(why: string): CompatRefusal {
  return new CompatRefusal(400, `Invalid request: alternatives parameter ${why}`);
}

function checkLimits(texts: readonly string[], batch: boolean, options: CompatOptions): void {
  const { COMPAT_BATCH_LIMIT: most, COMPAT_CHAR_LIMIT: longest } = options;
  if (batch && most > 0 && texts.length > most) throw tooLong(texts.length, most);
  if (longest === 0) return;
  const length = texts.reduce((sum, text) => sum + characters(text), 0);
  if (length > longest) throw tooLong(length, longest);
}

function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** A form has CRLF for every line break; the last one is lost. */
function withLineFeeds(text: string): string {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  if (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}
