import { createHash } from 'node:crypto';
import {
  type ClaimedBlock,
  type Db,
  lookupMemory,
  retryTransient,
  type SegmentResult,
  storeMemory,
} from '@unlimited/db';
import type { Engine, LoadedModel, TranslateOptions } from '@unlimited/marian';
import { type CheckedResult, translateChecked } from '@unlimited/quality';

/** Attempts after which a block is translated sentence by sentence, so that one bad segment spoils only itself. */
const attemptsTogether = 2;

/** Raised whenever a sentence may come out otherwise than before under the same model. */
const pipelineVersion = 1;

/**
 * The target texts of a block: exact matches from memory, the rest from the engine, each distinct sentence once.
 * New ones without a flag are remembered, unless the owner asked to keep nothing.
 *
 * @throws what the engine or the database throws; `patiently` says how long the database is waited for.
 */
export async function translateBlock(
  { db, engine }: { db: Db; engine: Engine },
  block: ClaimedBlock,
  patiently: { signal: AbortSignal; attempts: number },
): Promise<SegmentResult[]> {
  const model = modelOf(engine, block);
  const memory = { modelKey: memoryKeyOf(model) };
  const sourceTexts = [...new Set(block.segments.map((segment) => segment.sourceText))];
  const known = await retryTransient(() => lookupMemory(db, { ...memory, sourceTexts }), patiently);
  const missing = sourceTexts.filter((text) => !known.has(text));
  const made = await translateMissing(engine, model, block, missing, patiently.signal);
  const entries = block.keep ? memorable(made) : [];
  await retryTransient(() => storeMemory(db, { ...memory, entries }), patiently);
  return block.segments.map(({ index, sourceText }) => {
    const remembered = known.get(sourceText);
    if (remembered !== undefined) return { index, targetText: remembered, origin: 'memory', flags: [] };
    const result = made.get(sourceText);
    if (result !== undefined) return { index, ...result };
    return { index, targetText: sourceText, origin: 'copy', flags: ['untranslated'] };
  });
}

/** By source text; `undefined` for what the engine could not do. */
type Made = ReadonlyMap<string, CheckedResult | undefined>;

async function translateMissing(
  engine: Engine,
  model: LoadedModel,
  { attempts, turn: priority }: ClaimedBlock,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Made> {
  if (attempts <= attemptsTogether) {
    const results = await translateTexts(engine, model, texts, { signal, priority });
    return new Map(texts.map((text, i) => [text, results[i]]));
  }
  const alone = texts.map(async (text) => {
    const [result] = await translateTexts(engine, model, [text], { signal, priority }).catch(() => []);
    signal.throwIfAborted();
    return [text, result] as const;
  });
  return new Map(await Promise.all(alone));
}

/** Other ways tried for a flagged text; each is a model call, and a small model has many a sentence none will mend. */
const maxRetries = 2;

function translateTexts(
  engine: Engine,
  { modelKey, sourceLang, targetLang }: LoadedModel,
  texts: readonly string[],
  options: TranslateOptions,
): Promise<CheckedResult[]> {
  const translate = (modelTexts: readonly string[]) => engine.translate(modelKey, modelTexts, options);
  return translateChecked(texts, { sourceLang, targetLang, translate, maxRetries });
}

function modelOf(engine: Engine, { modelKey }: ClaimedBlock): LoadedModel {
  const model = engine.models.find((each) => each.modelKey === modelKey);
  // Blocks are claimed by the models that are loaded.
  if (model === undefined) throw new Error('the model of a claimed block is not loaded');
  return model;
}

/** The memory's key covers all that decides how a sentence comes out: model, decoding, and what is done around it. */
function memoryKeyOf({ modelKey }: LoadedModel): string {
  return createHash('sha256').update(`${modelKey} ${pipelineVersion}`).digest('hex');
}

function memorable(made: Made): { sourceText: string; targetText: string }[] {
  return [...made].flatMap(([sourceText, result]) =>
    result?.origin === 'model' && result.flags.length === 0
      ? [{ sourceText, targetText: result.targetText }]
      : [],
  );
}
