import { better } from './better.ts';
import type { Flag } from './flag.ts';
import { type Glossary, isTermMissed, type Term, termsIn } from './glossary.ts';
import { inspect } from './inspect.ts';
import { type Markup, nestedTexts } from './markup.ts';
import type { Prepared, PrepareOptions } from './plan.ts';
import { prepare } from './prepare.ts';
import { restore } from './restore.ts';
import { type Retry, retries } from './retries.ts';

/** What a model made of one text. Token counts are those of its tokenizer. */
export interface ModelOutput {
  readonly targetText: string;
  readonly cutShort: boolean;
  readonly sourceTokens: number;
  readonly targetTokens: number;
}

export interface CheckedOptions {
  /** BCP 47. */
  readonly sourceLang: string;
  /** BCP 47. */
  readonly targetLang: string;
  /** Gives one output for each text, in order. `beamSize` is only passed on when `canBeam`. */
  readonly translate: (modelTexts: readonly string[], beamSize?: number) => Promise<readonly ModelOutput[]>;
  /** Whether `translate` minds the beam size; default: no. */
  readonly canBeam?: boolean;
  /** What certain words are to become; made for `sourceLang`. */
  readonly glossary?: Glossary | undefined;
  /** See {@link PrepareOptions}. With `all`, a term has a stand-in from the first try on. */
  readonly heldTerms?: 'untranslated' | 'all';
  /** The format that the texts are written in; default: none. */
  readonly markup?: Markup | undefined;
  /** Most other ways that are tried for a flagged text; default 3. */
  readonly maxRetries?: number;
}

export interface CheckedResult {
  readonly targetText: string;
  /** What is still wrong with it. */
  readonly flags: readonly Flag[];
  /** Whether a model saw it at all; else it is a copy. */
  readonly origin: 'model' | 'copy';
}

/**
 * Translates segments with everything that this package knows: each is prepared, translated, restored and inspected,
 * and what is flagged is tried again in other ways. The texts of a round go to `translate` in one call.
 *
 * @throws whatever `translate` throws.
 */
export async function translateChecked(
  sourceTexts: readonly string[],
  options: CheckedOptions,
): Promise<CheckedResult[]> {
  const { markup } = options;
  if (markup === undefined) return translateAll(sourceTexts, options);
  const nested = sourceTexts.map((text) => nestedTexts(text, markup));
  const texts = [...new Set(nested.flat())];
  const results = texts.length === 0 ? [] : await translateAll(texts, options);
  const resultOf = new Map(texts.map((text, i) => [text, results[i]]));
  const values = new Map(texts.map((text, i) => [text, results[i]?.targetText ?? text]));
  const translated = await translateAll(sourceTexts, { ...options, values });
  return translated.map((result, i) => {
    const flags = nested[i]?.flatMap((text) => resultOf.get(text)?.flags ?? []) ?? [];
    return flags.length === 0 ? result : { ...result, flags: [...new Set([...result.flags, ...flags])] };
  });
}

/** With the target texts of what is nested in the markup. */
interface AllOptions extends CheckedOptions {
  readonly values?: ReadonlyMap<string, string>;
}

async function translateAll(sourceTexts: readonly string[], options: AllOptions): Promise<CheckedResult[]> {
  const first = sourceTexts.map((sourceText) => ({ sourceText, parts: [sourceText] }));
  const results = await attempt(first, options);
  const open = results.map(({ flags }, i) =>
    possible(
      retries(sourceTexts[i] ?? '', flags, {
        markup: options.markup,
        terms: termsOf(sourceTexts[i] ?? '', flags, options),
      }),
      options,
    ),
  );
  for (let round = 0; round < (options.maxRetries ?? 3); round += 1) {
    const ways = sourceTexts.flatMap((sourceText, index) => {
      const way = open[index]?.[round];
      return way === undefined || results[index]?.flags.length === 0 ? [] : [{ index, sourceText, way }];
    });
    if (ways.length === 0) break;
    for (const [beamSize, group] of Map.groupBy(ways, ({ way }) =>
      way.kind === 'beam' ? way.beamSize : 0,
    )) {
      const retried = await attempt(
        group.map(({ sourceText, way }) => toAttempt(sourceText, way)),
        options,
        beamSize || undefined,
      );
      for (const [i, { index }] of group.entries()) {
        const [before, after] = [results[index], retried[i]];
        if (before !== undefined && after !== undefined) results[index] = better(before, after);
      }
    }
  }
  return results;
}

/** Only asked for where a term was missed. */
function termsOf(text: string, flags: readonly Flag[], options: CheckedOptions): Term[] {
  return flags.includes('glossary_missed') ? termsIn(text, options) : [];
}

function possible(ways: readonly Retry[], { canBeam }: CheckedOptions): Retry[] {
  return ways.filter(({ kind }) => kind !== 'beam' || canBeam === true);
}

interface Attempt {
  readonly sourceText: string;
  readonly parts: readonly string[];
  readonly options?: Partial<PrepareOptions>;
}

function toAttempt(sourceText: string, way: Retry): Attempt {
  if (way.kind === 'split') return { sourceText, parts: way.parts, options: { heldTerms: 'all' } };
  return { sourceText, parts: [sourceText], ...(way.kind === 'prepare' ? { options: way.options } : {}) };
}

async function attempt(
  attempts: readonly Attempt[],
  checked: AllOptions,
  beamSize?: number,
): Promise<CheckedResult[]> {
  const { sourceLang, targetLang, glossary, heldTerms = 'untranslated', translate, markup, values } = checked;
  const prepared = attempts.map(({ parts, options }) =>
    parts.map((part) =>
      prepare(part, { sourceLang, targetLang, glossary, heldTerms, markup, values, ...options }),
    ),
  );
  const modelTexts = prepared.flat().flatMap(modelTextsOf);
  const outputs = (modelTexts.length === 0 ? [] : await translate(modelTexts, beamSize)).values();
  return attempts.map(({ sourceText }, i) => {
    const parts = (prepared[i] ?? []).map((part) => {
      const output = part.modelText === '' ? undefined : outputs.next().value;
      const phrases = part.phrases.map((phrase) =>
        isForModel(phrase) ? (outputs.next().value?.targetText ?? '') : phrase,
      );
      return { output, targetText: restore(output?.targetText ?? '', part.plan, phrases).targetText };
    });
    const made = parts.flatMap(({ output }) => output ?? []);
    const joined = parts.map(({ targetText }) => targetText).join('');
    // A part of which nothing came leaves its space at an edge, where the gap has one already.
    const targetText = sourceText === sourceText.trim() ? joined.trim() : joined;
    return toResult(sourceText, targetText, made, checked);
  });
}

/** In this order the outputs come. */
function modelTextsOf({ modelText, phrases }: Prepared): string[] {
  return modelText === '' ? [] : [modelText, ...phrases.filter(isForModel)];
}

/** A phrase of stand-ins and numbers only is its own translation. */
function isForModel(phrase: string): boolean {
  return /\p{L}{2}/u.test(phrase);
}

function toResult(
  sourceText: string,
  targetText: string,
  outputs: readonly ModelOutput[],
  { sourceLang, targetLang, ...options }: CheckedOptions,
): CheckedResult {
  const terms = termsIn(sourceText, options);
  if (outputs.length === 0) {
    const isMissed = isTermMissed(terms, targetText);
    return { targetText, flags: isMissed ? ['glossary_missed'] : [], origin: 'copy' };
  }
  const cutShort = outputs.some((output) => output.cutShort);
  const sourceTokens = outputs.reduce((sum, output) => sum + output.sourceTokens, 0);
  const targetTokens = outputs.reduce((sum, output) => sum + output.targetTokens, 0);
  const flags = inspect({
    sourceText,
    targetText,
    sourceLang,
    targetLang,
    sourceTokens,
    targetTokens,
    cutShort,
    terms,
    markup: options.markup,
  });
  return { targetText, flags, origin: 'model' };
}
