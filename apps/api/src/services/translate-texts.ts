import {
  type Engine,
  EngineError,
  type LoadedModel,
  type SegmentResult,
  type TranslateOptions,
} from '@unlimited/marian';
import {
  type CheckedResult,
  createGlossary,
  type Glossary,
  type Markup,
  type ModelOutput,
  retryBeamSize,
  translateChecked,
} from '@unlimited/quality';
import { type SourceSegment, segmentText } from '@unlimited/segment';
import type { Direction } from './directions.ts';

/** Other ways tried for a flagged text; each is a model call, and a small model has many a sentence none will mend. */
const maxRetries = 2;

/** What is asked of the engine. */
export type Translator = Pick<Engine, 'translate'>;

export interface TextsOptions extends Pick<TranslateOptions, 'signal' | 'priority' | 'interactive'> {
  readonly glossary?: Glossary | undefined;
  /** The format that the texts are written in; default: none. */
  readonly markup?: Markup | undefined;
  /** For which terms the model is given a stand-in from the first try on; default: those that are not to be translated. */
  readonly heldTerms?: 'untranslated' | 'all';
}

/**
 * Translates texts in a direction, each step with all guards; a result has the flags of all steps.
 *
 * @throws what the engine throws.
 */
export async function translateTexts(
  engine: Translator,
  { steps: [first, second] }: Direction,
  texts: readonly string[],
  options: TextsOptions,
): Promise<CheckedResult[]> {
  if (first === undefined) throw new Error('a direction without a model has nothing to translate');
  // What is to stand in the end stands in the middle already, and the second model is not to touch it.
  const results = await translateStep(
    engine,
    first,
    texts,
    second === undefined ? options : { ...options, heldTerms: 'all' },
  );
  if (second === undefined) return results;
  const glossary = options.glossary && targetsAsTerms(options.glossary, texts, second.sourceLang);
  const middle = results.map(({ targetText }) => targetText);
  const ends = await translateStep(engine, second, middle, { ...options, glossary });
  return ends.map((end, i) => joinSteps(results[i] as CheckedResult, end));
}

function joinSteps(first: CheckedResult, second: CheckedResult): CheckedResult {
  const origin = first.origin === 'copy' && second.origin === 'copy' ? 'copy' : 'model';
  return { targetText: second.targetText, flags: [...new Set([...first.flags, ...second.flags])], origin };
}

/** The targets of the terms in these texts as terms that are not to be translated. */
export function targetsAsTerms(glossary: Glossary, texts: readonly string[], lang: string): Glossary {
  const targets = new Set(texts.flatMap((text) => glossary.find(text).map(({ targetText }) => targetText)));
  return createGlossary(
    Array.from(targets, (source) => ({ source })),
    lang,
  );
}

function translateStep(
  engine: Translator,
  model: LoadedModel,
  texts: readonly string[],
  { glossary, heldTerms = 'untranslated', markup, ...options }: TextsOptions,
): Promise<CheckedResult[]> {
  const { sourceLang, targetLang } = model;
  const translate = (modelTexts: readonly string[], beamSize?: number) =>
    translateFitting(engine, model, modelTexts, beamSize === undefined ? options : { ...options, beamSize });
  return translateChecked(texts, {
    sourceLang,
    targetLang,
    glossary,
    heldTerms,
    markup,
    translate,
    canBeam: model.beamSize < retryBeamSize,
    maxRetries,
  });
}

/** With the beams asked for, if it can: a retry is not worth a block, and without them the text is what it was. */
async function search(
  engine: Translator,
  { modelKey }: LoadedModel,
  texts: readonly string[],
  { beamSize, ...usual }: TranslateOptions,
): Promise<SegmentResult[]> {
  if (beamSize === undefined) return engine.translate(modelKey, texts, usual);
  return engine.translate(modelKey, texts, { ...usual, beamSize }).catch((error: unknown) => {
    if (!(error instanceof EngineError) || error.code !== 'search_unavailable') throw error;
    return engine.translate(modelKey, texts, usual);
  });
}

/**
 * Texts that are too long for a model, as what another one wrote may be, are cut into sentences and put together again. They
 * are rare, and the engine, which counts all tokens anyway, says when there is one.
 */
async function translateFitting(
  engine: Translator,
  model: LoadedModel,
  texts: readonly string[],
  options: TranslateOptions,
): Promise<readonly ModelOutput[]> {
  try {
    return await search(engine, model, texts, options);
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== 'segment_too_long') throw error;
  }
  const { sourceLang, maxSourceTokens: maxTokens, countTokens } = model;
  const parts = texts.map((text): SourceSegment[] =>
    countTokens(text) <= maxTokens
      ? [{ sourceText: text, gap: '' }]
      : segmentText(text, { lang: sourceLang, maxTokens, countTokens }),
  );
  const asked = parts.flat().map(({ sourceText }) => sourceText);
  const outputs = (await search(engine, model, asked, options)).values();
  return parts.map((each) => {
    const made = each.map(({ gap }) => {
      const output = outputs.next().value as ModelOutput;
      return { ...output, targetText: output.targetText + gap };
    });
    return {
      targetText: made.map(({ targetText }) => targetText).join(''),
      cutShort: made.some(({ cutShort }) => cutShort),
      sourceTokens: made.reduce((sum, { sourceTokens }) => sum + sourceTokens, 0),
      targetTokens: made.reduce((sum, { targetTokens }) => sum + targetTokens, 0),
    };
  });
}
