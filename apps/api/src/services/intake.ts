import { setImmediate } from 'node:timers/promises';
import type { LineBreaks, TranslationFormat } from '@unlimited/contract';
import {
  abandonReceiving,
  appendBlocks,
  BLOCK_SIZE,
  beginTranslation,
  type Db,
  finishReceiving,
  type NewSegment,
  retryTransient,
  StoreError,
  storeDocument,
  type TranslationRecord,
} from '@unlimited/db';
import { isTranslatable } from '@unlimited/segment';
import { ProblemError } from '../problem-error.ts';
import type { Choice } from './choose-direction.ts';
import { inPieces } from './in-pieces.ts';
import { ParagraphRouter, type RoutedSegment } from './paragraph-router.ts';
import { markupOf, textFormatOf } from './text-formats.ts';
import { createTextSegmenter } from './text-segmenter.ts';

/** Blocks written by one call: enough to keep statements few, few enough to keep memory small. */
const blocksPerWrite = 8;
/** Code units; so few that other requests never wait for it. */
const segmentedAtOnce = 16_384;

export interface IntakeRequest {
  readonly owner: Buffer;
  readonly choice: Omit<Choice, 'pieces'>;
  readonly targetLang: string;
  readonly keep: boolean;
  /** Entries of a glossary, stored with the translation. */
  readonly glossary?: readonly object[] | undefined;
  readonly format: TranslationFormat;
  /** What the text was taken out of, to be stored with it. */
  readonly document?: Uint8Array | undefined;
  readonly lineBreaks: LineBreaks;
  readonly maxSegmentTokens: number;
  /** Told the length of the text as it grows; throws when it is too much. */
  readonly grow: (length: number) => void;
  /** Told of what was stored, as it is. */
  readonly onStored?: ((segments: readonly NewSegment[]) => void) | undefined;
}

/** The pieces of a text in their order. */
export type Pieces = AsyncIterable<string> | Iterable<string>;

/**
 * Segments a text as it arrives and stores it, in memory bounded whatever its length. Either all of it is stored
 * and waits to be translated, or nothing is.
 *
 * @throws ProblemError `text_empty`; whatever the source throws.
 */
export async function receiveText(
  db: Db,
  pieces: Pieces,
  request: IntakeRequest,
): Promise<TranslationRecord> {
  const { record } = await receiveTexts(db, [pieces], request);
  return record;
}

/**
 * Several texts as one translation, one after the other: no segment holds parts of two. `ends` are the indexes of the
 * segments that follow on the last of each.
 *
 * @throws as {@link receiveText}.
 */
export async function receiveTexts(
  db: Db,
  texts: Iterable<Pieces>,
  request: IntakeRequest,
): Promise<{ record: TranslationRecord; ends: number[] }> {
  const writer = new BlockWriter(db, request);
  const ends: number[] = [];
  let length = 0;
  const grow = (by: number) => {
    length += by;
    request.grow(length);
  };
  try {
    for (const pieces of texts) {
      await receiveOne(writer, pieces, request, grow);
      ends.push(writer.count);
    }
    return { record: await writer.finish(), ends };
  } catch (error) {
    await writer.abandon();
    const deleted = error instanceof StoreError && error.code === 'not_receiving';
    throw deleted
      ? new ProblemError('translation_not_found', 'It was deleted while it was received.')
      : error;
  }
}

async function receiveOne(
  writer: BlockWriter,
  pieces: Pieces,
  request: IntakeRequest,
  grow: (by: number) => void,
): Promise<void> {
  const { lineBreaks, targetLang } = request;
  const format = textFormatOf(request.format);
  const { direction, others } = request.choice;
  const router = new ParagraphRouter({ main: direction, targetLang, others, markup: markupOf(format) });
  const lang = direction.sourceLang;
  const segmenter = createTextSegmenter({ lang, format, lineBreaks, ...limitOf(request) });
  for await (const piece of pieces) {
    grow(piece.length);
    for (const part of inPieces(piece, segmentedAtOnce)) {
      await writer.write(router.push(segmenter.push(part)));
      await setImmediate();
    }
  }
  await writer.write([...router.push(segmenter.end()), ...router.end()]);
}

/** How long a sentence may be before it is divided, under the tokenizer that reads it first. */
function limitOf({ choice, maxSegmentTokens }: IntakeRequest) {
  const [model] = choice.direction.steps;
  if (model === undefined) return {};
  return { maxTokens: Math.min(maxSegmentTokens, model.maxSourceTokens), countTokens: model.countTokens };
}

/** Collects segments to whole blocks. The translation begins with the first write, so a bad start stores nothing. */
class BlockWriter {
  readonly #db: Db;
  readonly #request: IntakeRequest;
  #id: string | undefined;
  #firstIndex = 0;
  /** The last one may still grow. */
  #blocks: NewSegment[][] = [];
  #hasText = false;

  constructor(db: Db, request: IntakeRequest) {
    this.#db = db;
    this.#request = request;
  }

  /** Segments so far. */
  get count(): number {
    return this.#blocks.reduce((sum, block) => sum + block.length, this.#firstIndex);
  }

  async write(segments: readonly RoutedSegment[]): Promise<void> {
    for (const routed of segments) {
      this.#hasText ||= routed.segment.sourceText !== '';
      this.#add(toNewSegment(routed));
      if (this.#blocks.length > blocksPerWrite) await this.#flush(this.#blocks.splice(0, blocksPerWrite));
    }
  }

  async finish(): Promise<TranslationRecord> {
    if (!this.#hasText) throw new ProblemError('text_empty');
    await this.#flush(this.#blocks.splice(0));
    const id = this.#id as string;
    const { document } = this.#request;
    if (document !== undefined) await retryTransient(() => storeDocument(this.#db, id, document));
    return retryTransient(() => finishReceiving(this.#db, id));
  }

  async abandon(): Promise<void> {
    const id = this.#id;
    // Should the database be gone, the clean-up of stale uploads removes it later.
    if (id !== undefined) await retryTransient(() => abandonReceiving(this.#db, id)).catch(() => undefined);
  }

  /** A block is of one model; what is not translated goes with whatever stands around it. */
  #add(segment: NewSegment): void {
    const block = this.#blocks.at(-1);
    const hasRoom = block !== undefined && block.length < BLOCK_SIZE;
    const model = block?.[0]?.blockModel;
    if (hasRoom && segment.targetText !== null) block.push({ ...segment, blockModel: model });
    else if (hasRoom && model?.modelKey === segment.blockModel?.modelKey) block.push(segment);
    else this.#blocks.push([segment]);
  }

  async #flush(blocks: readonly NewSegment[][]): Promise<void> {
    const segments = blocks.flat();
    if (segments.length === 0) return;
    const firstIndex = this.#firstIndex;
    this.#id ??= await retryTransient(() => beginTranslation(this.#db, this.#newTranslation()));
    const id = this.#id;
    await retryTransient(() => appendBlocks(this.#db, id, { firstIndex, segments }));
    this.#firstIndex += segments.length;
    this.#request.onStored?.(segments);
  }

  #newTranslation() {
    const { owner, targetLang, keep, format, glossary, choice } = this.#request;
    const { direction, sourceLang, detected } = choice;
    const isOfUse = glossary !== undefined && glossary.length > 0;
    return {
      owner,
      sourceLang,
      targetLang,
      detected,
      keep,
      format,
      modelKey: direction.key,
      ...(isOfUse ? { glossary } : {}),
    };
  }
}

function toNewSegment({ segment: { sourceText, gap }, route }: RoutedSegment): NewSegment {
  // Lone surrogates are no characters and no database stores them.
  const wellFormed = sourceText.isWellFormed() && gap.isWellFormed();
  const text = sourceText.toWellFormed();
  const hasWords = isTranslatable(text);
  const copied = !hasWords || route === 'kept';
  return {
    sourceText: text,
    gap: gap.toWellFormed(),
    targetText: copied ? text : null,
    origin: copied ? 'copy' : null,
    flags: [
      ...(wellFormed ? [] : ['repaired_source']),
      ...(hasWords && route === 'kept' ? ['already_target'] : []),
    ],
    ...(typeof route === 'string'
      ? {}
      : { blockModel: { modelKey: route.key, sourceLang: route.sourceLang } }),
  };
}
