import type { SegmentSource } from '@unlimited/db';
import { alternativesOf, type Glossary, retryBeamSize } from '@unlimited/quality';
import { isTranslatable } from '@unlimited/segment';
import { ProblemError } from '../problem-error.ts';
import type { Direction } from './directions.ts';
import type { Services } from './services.ts';
import { markupOf } from './text-formats.ts';
import { type TextsOptions, targetsAsTerms, translateTexts } from './translate-texts.ts';

export interface AlternativesRequest extends SegmentSource {
  /** Of the translation. */
  readonly id: string;
  readonly limit: number;
  /** Ends the search. */
  readonly signal: AbortSignal;
}

/** Before everything else: a reader waits for it, and it is one sentence. */
const priority = -1;
/** For each number of beams the model is compiled once: few are asked for with those of the retries, many with the most. */
const mostBeams = 8;

/**
 * Other translations of a segment, likeliest first, at most `limit`, without the one that it has.
 *
 * @throws ProblemError `language_pair_unavailable` when its models are not loaded any more; what the engine throws.
 */
export async function findAlternatives(
  { engine, directions, glossaries }: Pick<Services, 'engine' | 'directions' | 'glossaries'>,
  request: AlternativesRequest,
): Promise<string[]> {
  const { id, sourceText, targetText, sourceLang, targetLang, limit, signal } = request;
  if (!isTranslatable(sourceText)) return [];
  const direction = directions.byKey(request.modelKey) ?? directions.of({ sourceLang, targetLang });
  const model = direction.steps.at(-1);
  // A text in the target language that was kept as it is.
  if (model === undefined) return [];
  const whole = request.hasGlossary ? await glossaries.of(id, direction.sourceLang) : undefined;
  const markup = markupOf(request.format);
  const { text, glossary } = await lastStep(engine, direction, sourceText, {
    glossary: whole,
    markup,
    signal,
  });
  const beamSize = limit < retryBeamSize ? retryBeamSize : mostBeams;
  const found = await alternativesOf(text, {
    sourceLang: model.sourceLang,
    targetLang: model.targetLang,
    glossary,
    markup,
    translate: async (modelText) => {
      if (model.countTokens(modelText) > model.maxSourceTokens) return [];
      const options = { signal, priority, beamSize, alternatives: beamSize - 1 };
      const [result] = await engine.translate(model.modelKey, [modelText], options);
      return result === undefined ? [] : [result.targetText, ...result.alternatives];
    },
  });
  return found.filter((alternative) => alternative !== targetText).slice(0, limit);
}

/** What the model reads whose beams are looked at: with two models, the best that the first one writes. */
async function lastStep(
  engine: Services['engine'],
  { steps: [first, second] }: Direction,
  sourceText: string,
  { glossary, markup, signal }: Pick<TextsOptions, 'glossary' | 'markup'> & { signal: AbortSignal },
): Promise<{ text: string; glossary: Glossary | undefined }> {
  if (first === undefined || second === undefined) return { text: sourceText, glossary };
  const one = { key: '', via: undefined, ...first, steps: [first] };
  const options = { signal, priority, glossary, markup, heldTerms: 'all' as const };
  const [result] = await translateTexts(engine, one, [sourceText], options);
  if (result === undefined) throw new ProblemError('internal');
  return {
    text: result.targetText,
    glossary: glossary && targetsAsTerms(glossary, [sourceText], second.sourceLang),
  };
}
