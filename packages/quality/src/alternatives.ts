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

/**
 * Several translations of a segment, the likeliest first, each once, with everything put back that must survive. Those
 * that something is wrong with are left out where others are not. None when there is nothing to translate.
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
  const isSound = (targetText: string) =>
    inspect({ sourceText, targetText, sourceLang, targetLang, terms }).length === 0;
  const sound = targetTexts.filter(isSound);
  return sound.length === 0 ? targetTexts : sound;
}
