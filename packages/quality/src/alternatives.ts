import type { Flag } from './flag.ts';
import type { Glossary } from './glossary.ts';
import { inspect } from './inspect.ts';
import { prepare } from './prepare.ts';
import { restore } from './restore.ts';

export interface AlternativesOptions {
  /** BCP 47. */
  readonly sourceLang: string;
  /** BCP 47. */
  readonly targetLang: string;
  readonly glossary?: Glossary | undefined;
  /** What a model makes of a text in several ways, the likeliest first. */
  readonly translate: (modelText: string) => Promise<readonly string[]>;
}

/** A stand-in that was lost has left something behind that means nothing. */
const losses: ReadonlySet<Flag> = new Set(['lost_inline', 'glossary_missed']);

/**
 * Several translations of a segment, the likeliest first, each once, with everything put back that must survive. Those
 * that lost something of it are left out, and where some are sound, the others too. None when there is nothing to translate.
 *
 * @throws whatever `translate` throws.
 */
export async function alternativesOf(sourceText: string, options: AlternativesOptions): Promise<string[]> {
  const { sourceLang, targetLang, glossary, translate } = options;
  const { modelText, plan } = prepare(sourceText, { sourceLang, targetLang, glossary, heldTerms: 'all' });
  if (modelText === '') return [];
  const terms = glossary?.find(sourceText) ?? [];
  const outputs = await translate(modelText);
  const targetTexts = [...new Set(outputs.map((output) => restore(output, plan).targetText))];
  const inspected = targetTexts.map((targetText) => ({
    targetText,
    flags: inspect({ sourceText, targetText, sourceLang, targetLang, terms }),
  }));
  const whole = inspected.filter(({ flags }) => !flags.some((flag) => losses.has(flag)));
  const sound = whole.filter(({ flags }) => flags.length === 0);
  return (sound.length === 0 ? whole : sound).map(({ targetText }) => targetText);
}
