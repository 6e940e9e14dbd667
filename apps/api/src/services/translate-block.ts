import { createHash } from 'node:crypto';
import {
  BLOCK_SIZE,
  type ClaimedBlock,
  type Db,
  lookupMemory,
  lookupOwnerMemory,
  retryTransient,
  type SegmentResult,
  storeMemory,
} from '@unlimited/db';
import type { Engine } from '@unlimited/marian';
import { type CheckedResult, type Glossary, glossaryCondition } from '@unlimited/quality';
import type { Direction, Directions } from './directions.ts';
import type { Glossaries } from './glossaries.ts';
import { markupOf } from './text-formats.ts';
import { type TextsOptions, translateTexts } from './translate-texts.ts';

/** Attempts after which a block is translated sentence by sentence, so that one bad segment spoils only itself. */
const attemptsTogether = 2;

/** Raised whenever a sentence, or its flags, may come out otherwise than before under the same model. */
const pipelineVersion = 3;

export interface BlockTranslator {
  readonly db: Db;
  readonly engine: Engine;
  readonly directions: Directions;
  readonly glossaries: Glossaries;
}

/**
 * The target texts of a block: what its owner had remembered, exact matches from the common memory, the rest from the
 * engine, each distinct sentence once. New ones are remembered for all, unless the owner asked to keep nothing; those under
 * a glossary for others with the same entries for that sentence. What is still flagged after all retries is remembered with
 * its flags: trying again would end there again.
 *
 * @throws what the engine or the database throws; `patiently` says how long the database is waited for.
 */
export async function translateBlock(
  { db, engine, directions, glossaries }: BlockTranslator,
  block: ClaimedBlock,
  patiently: { signal: AbortSignal; attempts: number },
): Promise<SegmentResult[]> {
  const direction = directions.byKey(block.modelKey);
  // Blocks are claimed by the directions that there are.
  if (direction === undefined) throw new Error('the models of a claimed block are not loaded');
  const sourceTexts = [...new Set(block.segments.map((segment) => segment.sourceText))];
  const { owner } = block;
  const { sourceLang, targetLang } = direction;
  const ownMemory = { owner, sourceLang, targetLang, sourceTexts };
  const own = block.hasOwnerMemory
    ? await retryTransient(() => lookupOwnerMemory(db, ownMemory), patiently)
    : new Map<string, string>();
  const glossary = block.hasGlossary
    ? await retryTransient(() => glossaries.of(block.translationId, sourceLang), patiently)
    : undefined;
  const rest = sourceTexts.filter((text) => !own.has(text));
  const memory = memoryOf(direction, block, glossary);
  const known = await retryTransient(() => lookupMemory(db, { ...memory, sourceTexts: rest }), patiently);
  const missing = rest.filter((text) => !known.has(text));
  const options = {
    signal: patiently.signal,
    priority: block.turn,
    // Whoever sent a short text is likely to send another; a whole block is the first of a long one.
    interactive: block.turn === 0 && block.segmentCount < BLOCK_SIZE,
    glossary,
    markup: markupOf(block.format),
  };
  const made = await translateMissing(engine, direction, missing, block.attempts, options);
  const entries = block.keep ? memorable(made, memory.conditionOf) : [];
  await retryTransient(() => storeMemory(db, { ...memory, entries }), patiently);
  return block.segments.map(({ index, sourceText }) => {
    const wanted = own.get(sourceText);
    if (wanted !== undefined) return { index, targetText: wanted, origin: 'memory', flags: [] };
    const remembered = known.get(sourceText);
    if (remembered !== undefined) return { index, ...remembered, origin: 'memory' };
    const result = made.get(sourceText);
    if (result !== undefined) return { index, ...result };
    return { index, targetText: sourceText, origin: 'copy', flags: ['untranslated'] };
  });
}

/** By source text; `undefined` for what the engine could not do. */
type Made = ReadonlyMap<string, CheckedResult | undefined>;

async function translateMissing(
  engine: Engine,
  direction: Direction,
  texts: readonly string[],
  attempts: number,
  options: TextsOptions & { signal: AbortSignal },
): Promise<Made> {
  if (attempts <= attemptsTogether) {
    const results = await translateTexts(engine, direction, texts, options);
    return new Map(texts.map((text, i) => [text, results[i]]));
  }
  const alone = texts.map(async (text) => {
    const [result] = await translateTexts(engine, direction, [text], options).catch(() => []);
    options.signal.throwIfAborted();
    return [text, result] as const;
  });
  return new Map(await Promise.all(alone));
}

/**
 * Where in the memory a direction's sentences are. The key covers all that decides how they come out, the models of all
 * steps, decoding, what is done around them, and their format; the condition, the entries of a glossary that a sentence holds.
 */
function memoryOf({ key }: Direction, { format }: ClaimedBlock, glossary: Glossary | undefined) {
  return {
    modelKey: createHash('sha256').update(`${key} ${pipelineVersion} ${format}`).digest('hex'),
    conditionOf: (text: string) => glossaryCondition(glossary?.find(text) ?? []),
  };
}

function memorable(made: Made, conditionOf: (sourceText: string) => string | undefined) {
  return [...made].flatMap(([sourceText, result]) =>
    result?.origin === 'model' ? [{ sourceText, ...result, condition: conditionOf(sourceText) }] : [],
  );
}
