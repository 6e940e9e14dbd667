import type { Flag } from './flag.ts';
import { type Glossary, termsIn } from './glossary.ts';
import { inspect } from './inspect.ts';
import { type Markup, nestedTexts } from './markup.ts';
import { prepare } from './prepare.ts';
import { restore } from './restore.ts';

export interface AlternativesOptions {
  /** BCP 47. */
  readonly sourceLang: string;
  /** BCP 47. */
  readonly targetLang: string;
  readonly glossary?: Glossary | undefined;
  /** The format that the segment is written in; default: none. */
  readonly markup?: Markup | undefined;
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
  const { translate, markup, ...languages } = options;
  const preparing = { ...languages, markup, heldTerms: 'all' } as const;
  const values = new Map<string, string>();
  for (const nested of markup === undefined ? [] : nestedTexts(sourceText, markup)) {
    const { modelText, plan } = prepare(nested, preparing);
    const [output] = modelText === '' ? [] : await translate(modelText);
    if (output !== undefined) values.set(nested, restore(output, plan).targetText);
  }
  const { modelText, plan } = prepare(sourceText, { ...preparing, values });
  if (modelText === '') return [];
  const terms = termsIn(sourceText, options);
  const outputs = await translate(modelText);
  const targetTexts = [...new Set(outputs.map((output) => restore(output, plan).targetText))];
  const inspected = targetTexts.map((targetText) => ({
    targetText,
    flags: inspect({ ...languages, sourceText, targetText, terms, markup }),
  }));
  const whole = inspected.filter(({ flags }) => !flags.some((flag) => losses.has(flag)));
  const sound = whole.filter(({ flags }) => flags.length === 0);
  return (sound.length === 0 ? whole : sound).map(({ targetText }) => targetText);
}
