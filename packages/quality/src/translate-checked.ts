import { better } from './better.ts';
import type { Flag } from './flag.ts';
import { type Glossary, isTermMissed, type Term } from './glossary.ts';
import { inspect } from './inspect.ts';
import type { PrepareOptions } from './plan.ts';
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
  const first = sourceTexts.map((sourceText) => ({ sourceText, parts: [sourceText] }));
  const results = await attempt(first, options);
  const open = results.map(({ flags }, i) =>
    possible(retries(sourceTexts[i] ?? '', flags, termsOf(sourceTexts[i] ?? '', flags, options)), options),
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
function termsOf(text: string, flags: readonly Flag[], { glossary }: CheckedOptions): Term[] {
  return flags.includes('glossary_missed') ? (glossary?.find(text) ?? []) : [];
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
  checked: CheckedOptions,
  beamSize?: number,
): Promise<CheckedResult[]> {
  const { sourceLang, targetLang, glossary, heldTerms = 'untranslated', translate } = checked;
  const prepared = attempts.map(({ parts, options }) =>
    parts.map((part) => prepare(part, { sourceLang, targetLang, glossary, heldTerms, ...options })),
  );
  const modelTexts = prepared.flat().flatMap(({ modelText }) => (modelText === '' ? [] : [modelText]));
  const outputs = (modelTexts.length === 0 ? [] : await translate(modelTexts, beamSize)).values();
  return attempts.map(({ sourceText }, i) => {
    const parts = (prepared[i] ?? []).map(({ modelText, plan }) => {
      const output = modelText === '' ? undefined : outputs.next().value;
      return { output, targetText: restore(output?.targetText ?? '', plan).targetText };
    });
    const made = parts.flatMap(({ output }) => output ?? []);
    return toResult(sourceText, parts.map(({ targetText }) => targetText).join(''), made, checked);
  });
}

function toResult(
  sourceText: string,
  targetText: string,
  outputs: readonly ModelOutput[],
  { sourceLang, targetLang, glossary }: CheckedOptions,
): CheckedResult {
  const terms = glossary?.find(sourceText) ?? [];
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
  });
  return { targetText, flags, origin: 'model' };
}
