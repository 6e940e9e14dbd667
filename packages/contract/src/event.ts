import { type Static, Type } from 'typebox';
import { Problem } from './problem.ts';
import { Segment } from './segment.ts';
import { Translation } from './translation.ts';

/**
 * A run of finished segments with consecutive indexes; the event's `id` is the index of the last one. A stream
 * that is resumed with `Last-Event-ID` goes on with the segment after it, so each arrives exactly once.
 */
export const SegmentsEvent = Type.Object({
  segments: Type.Array(Segment, { description: 'With consecutive indexes' }),
});
export type SegmentsEvent = Static<typeof SegmentsEvent>;

/**
 * Segments that were sent before and were edited since, as they are now. It has no `id`; a stream that is resumed begins with
 * those that were edited before the place where it goes on.
 */
export const EditedEvent = Type.Object({
  segments: Type.Array(Segment, { description: 'As they are now' }),
});
export type EditedEvent = Static<typeof EditedEvent>;

/** The payload of every event by its name. A stream ends with `done` or `problem`. */
export const translationEvents = {
  segments: SegmentsEvent,
  edited: EditedEvent,
  progress: Translation,
  done: Translation,
  problem: Problem,
};

export type TranslationEvent =
  | { event: 'segments'; data: SegmentsEvent }
  | { event: 'edited'; data: EditedEvent }
  | { event: 'progress' | 'done'; data: Translation }
  | { event: 'problem'; data: Static<typeof Problem> };
