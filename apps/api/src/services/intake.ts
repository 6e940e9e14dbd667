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
  type TranslationRecord,
} from '@unlimited/db';
import type { LoadedModel } from '@unlimited/marian';
import { createSegmenter, isTranslatable, type SourceSegment } from '@unlimited/segment';
import { ProblemError } from '../problem-error.ts';

/** Segments written by one call: enough to keep statements few, few enough to keep memory small. */
const segmentsPerWrite = 8 * BLOCK_SIZE;

export interface IntakeRequest {
  readonly owner: Buffer;
  readonly model: LoadedModel;
  readonly sourceLang: string;
  readonly targetLang: string;
  readonly keep: boolean;
  readonly maxSegmentTokens: number;
  /** Told the length of the text as it grows; throws when it is too much. */
  readonly grow: (length: number) => void;
}

/**
 * Segments a text as it arrives and stores it, in memory bounded whatever its length. Either all of it is stored
 * and waits to be translated, or nothing is.
 *
 * @throws ProblemError `text_empty`; whatever the source throws.
 */
export async function receiveText(
  db: Db,
  pieces: AsyncIterable<string> | Iterable<string>,
  request: IntakeRequest,
): Promise<TranslationRecord> {
  const writer = new BlockWriter(db, request);
  const segmenter = createSegmenter({
    lang: request.sourceLang,
    maxTokens: Math.min(request.maxSegmentTokens, request.model.maxSourceTokens),
    countTokens: request.model.countTokens,
  });
  try {
    let length = 0;
    for await (const piece of pieces) {
      length += piece.length;
      request.grow(length);
      await writer.write(segmenter.push(piece));
    }
    await writer.write(segmenter.end());
    return await writer.finish();
  } catch (error) {
    await writer.abandon();
    const deleted = error instanceof StoreError && error.code === 'not_receiving';
    throw deleted
      ? new ProblemError('translation_not_found', 'It was deleted while it was received.')
      : error;
  }
}

/** Collects segments to whole blocks. The translation begins with the first write, so a bad start stores nothing. */
class BlockWriter {
  readonly #db: Db;
  readonly #request: IntakeRequest;
  #id: string | undefined;
  #firstIndex = 0;
  #pending: NewSegment[] = [];
  #hasText = false;

  constructor(db: Db, request: IntakeRequest) {
    this.#db = db;
    this.#request = request;
  }

  async write(segments: readonly SourceSegment[]): Promise<void> {
    for (const segment of segments) {
      this.#hasText ||= segment.sourceText !== '';
      this.#pending.push(toNewSegment(segment));
    }
    while (this.#pending.length >= segmentsPerWrite) await this.#flush(segmentsPerWrite);
  }

  async finish(): Promise<TranslationRecord> {
    if (!this.#hasText) throw new ProblemError('text_empty');
    await this.#flush(this.#pending.length);
    const id = this.#id as string;
    return retryTransient(() => finishReceiving(this.#db, id));
  }

  async abandon(): Promise<void> {
    const id = this.#id;
    // Should the database be gone, the clean-up of stale uploads removes it later.
    if (id !== undefined) await retryTransient(() => abandonReceiving(this.#db, id)).catch(() => undefined);
  }

  async #flush(count: number): Promise<void> {
    if (count === 0) return;
    const segments = this.#pending.splice(0, count);
    const firstIndex = this.#firstIndex;
    this.#id ??= await retryTransient(() => beginTranslation(this.#db, this.#newTranslation()));
    const id = this.#id;
    await retryTransient(() => appendBlocks(this.#db, id, { firstIndex, segments }));
    this.#firstIndex += count;
  }

  #newTranslation() {
    const { owner, sourceLang, targetLang, keep, model } = this.#request;
    return { owner, sourceLang, targetLang, keep, modelKey: model.modelKey };
  }
}

function toNewSegment({ sourceText, gap }: SourceSegment): NewSegment {
  // Lone surrogates are no characters and no database stores them.
  const wellFormed = sourceText.isWellFormed() && gap.isWellFormed();
  const text = sourceText.toWellFormed();
  const copied = !isTranslatable(text);
  return {
    sourceText: text,
    gap: gap.toWellFormed(),
    targetText: copied ? text : null,
    origin: copied ? 'copy' : null,
    flags: wellFormed ? [] : ['repaired_source'],
  };
}
