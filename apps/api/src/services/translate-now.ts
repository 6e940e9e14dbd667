import { randomBytes } from 'node:crypto';
import type { LineBreaks, Segment, TextFormat } from '@unlimited/contract';
import { deleteTranslation, type TranslationRecord } from '@unlimited/db';
import { ProblemError } from '../problem-error.ts';
import type { Caller } from './caller.ts';
import { inPieces } from './in-pieces.ts';
import { type IntakeRequest, receiveTexts } from './intake.ts';
import { readTranslation } from './read-translation.ts';
import type { Services } from './services.ts';

export interface NowRequest {
  readonly texts: readonly string[];
  readonly format: TextFormat;
  readonly lineBreaks: LineBreaks;
  readonly caller: Caller;
  readonly choice: IntakeRequest['choice'];
  readonly targetLang: string;
  readonly maxSegmentTokens: number;
  /** Longest wait for all of it. */
  readonly timeoutMs: number;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
}

/**
 * Translates short texts while the caller waits: one translation for all of them, in the same queue as every other, of
 * which nothing stays. When the caller leaves, or the time is over, what is left is not done.
 *
 * @returns the segments of each text.
 * @throws ProblemError `text_empty` when none has a word, `unavailable` when it takes too long, and what admission says.
 */
export async function translateNow(services: Services, request: NowRequest): Promise<Segment[][]> {
  const { db, admission, clientLimits, dispatcher, maintenance, metrics, streams } = services;
  // Nobody's: there is no cookie, and nothing to come back for.
  const owner = randomBytes(32);
  const giveBack = streams.take(owner, request.caller);
  let record: TranslationRecord | undefined;
  try {
    const { texts, format, lineBreaks, caller, choice, targetLang, maxSegmentTokens } = request;
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    clientLimits.countText(caller, length);
    const grow = await admission.begin(owner, caller);
    const onStored: IntakeRequest['onStored'] = (stored) => metrics.segmentsStored(stored);
    const pieces = texts.map((text) => inPieces(text));
    const received = await receiveTexts(db, pieces, {
      owner,
      choice,
      targetLang,
      keep: false,
      format,
      lineBreaks,
      maxSegmentTokens,
      grow,
      onStored,
    });
    record = received.record;
    dispatcher.wake();
    const segments = await allSegments(services, record, request);
    return received.ends.map((end, text) => segments.slice(received.ends[text - 1] ?? 0, end));
  } finally {
    giveBack();
    if (record !== undefined) {
      await deleteTranslation(db, { id: record.id, owner });
      dispatcher.drop(record.id);
    }
    maintenance.sweepSoon();
  }
}

async function allSegments(
  services: Services,
  { id, segmentCount }: TranslationRecord,
  { timeoutMs, signal }: NowRequest,
): Promise<Segment[]> {
  const patience = AbortSignal.any([signal, services.closing, AbortSignal.timeout(timeoutMs)]);
  const segments: Segment[] = [];
  const reading = { id, from: 0, idleMs: timeoutMs, signal: patience };
  for await (const read of readTranslation(services, reading)) {
    if (read.kind === 'segments') segments.push(...read.segments);
  }
  if (segments.length === segmentCount) return segments;
  throw new ProblemError('unavailable', 'The translation takes too long for one request.', {
    retryAfterSeconds: 30,
  });
}
