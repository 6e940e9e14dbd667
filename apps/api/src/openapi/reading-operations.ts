import { EditedEvent, Problem, SegmentEdit, SegmentsEvent, Translation } from '@unlimited/contract';
import { Type } from 'typebox';
import { done, segment, translation_not_found } from './example-values.ts';
import type { Operations } from './operation.ts';
import { ofOne, streaming, withJson } from './problem-groups.ts';
import { shareHeader } from './share-header.ts';
import { documents, texts } from './text-content.ts';

const { 'application/pdf': _, ...containers } = documents;

const lastEventId = Type.Optional(
  Type.Integer({ description: 'Goes on after this segment; a browser sends it by itself' }),
);

/** To read what is translated. */
export const readingOperations: Operations = {
  'GET /api/translations/:id/segments': {
    id: 'listSegments',
    tag: 'reading',
    summary: 'A page of segments',
    headers: Type.Object(shareHeader),
    description:
      'The text is `sourceText + gap` of all segments, byte for byte; the translation is `targetText + gap`.',
    answers: { 200: { description: 'In their order, translated or not yet' } },
    problems: ofOne,
    examples: {
      first: {
        summary: 'The first one',
        query: { from: 0, limit: 1 },
        status: 200,
        answer: { segments: [segment], nextFrom: 1 },
      },
      translation_not_found,
    },
  },
  'PUT /api/translations/:id/segments/:index': {
    id: 'editSegment',
    tag: 'reading',
    summary: 'Write a translated sentence yourself',
    description: 'It stays, whatever the model says later.',
    body: { 'application/json': SegmentEdit },
    answers: { 200: { description: 'As it is now' } },
    problems: [...ofOne, ...withJson, 'quota_exceeded'],
    examples: {
      edited: {
        summary: 'The first sentence',
        params: { index: '0' },
        body: { mediaType: 'application/json', value: { targetText: 'Good day.', remember: true } },
        status: 200,
        answer: { ...segment, targetText: 'Good day.', origin: 'edit' },
      },
      translation_not_found: {
        ...translation_not_found,
        params: { ...translation_not_found.params, index: '0' },
        body: { mediaType: 'application/json', value: { targetText: 'Good day.' } },
      },
    },
  },
  'GET /api/translations/:id/segments/:index/alternatives': {
    id: 'listAlternatives',
    tag: 'reading',
    summary: 'How else a sentence could be translated',
    answers: { 200: { description: 'The likeliest first; never the one that it has' } },
    problems: [...ofOne, 'language_pair_unavailable'],
    examples: {
      two: {
        summary: 'Two for the first sentence',
        params: { index: '0' },
        query: { limit: 2 },
        status: 200,
        answer: { alternatives: ['Morning.', 'Good day.'] },
      },
      translation_not_found: {
        ...translation_not_found,
        params: { ...translation_not_found.params, index: '0' },
      },
    },
  },
  'GET /api/translations/:id/events': {
    id: 'followTranslation',
    tag: 'reading',
    summary: 'Follow a translation by server-sent events',
    description:
      'The `id` of a `segments` event is the index of its last segment; a stream that is resumed with `Last-Event-ID` goes on after it, so that each segment arrives once. An `edited` event has no `id` and holds segments that were sent before, as they are now. A stream ends with `done` or `problem`. A comment comes every 15 seconds.',
    headers: Type.Object({ 'last-event-id': lastEventId, ...shareHeader }),
    answers: {
      200: {
        description: 'Events `segments`, `edited`, `progress`, `done` and `problem`',
        content: { 'text/event-stream': Type.String() },
        events: {
          segments: SegmentsEvent,
          edited: EditedEvent,
          progress: Translation,
          done: Translation,
          problem: Problem,
        },
      },
    },
    problems: streaming,
    examples: {
      all: {
        summary: 'From the beginning',
        status: 200,
        mediaType: 'text/event-stream',
        answer: `retry: 1000\n\nid: 0\nevent: segments\ndata: ${JSON.stringify({ segments: [segment] })}\n\nevent: done\ndata: ${JSON.stringify(done)}\n\n`,
      },
      resumed: {
        summary: 'After the first segment',
        headers: { 'last-event-id': '0' },
        status: 200,
        mediaType: 'text/event-stream',
        answer: `retry: 1000\n\nevent: done\ndata: ${JSON.stringify(done)}\n\n`,
      },
      translation_not_found,
    },
  },
  'GET /api/translations/:id/target': {
    id: 'readTargetText',
    tag: 'reading',
    summary: 'The translated text, as it is made, or document, when it is done',
    description:
      'Of a document that was stopped, what is not translated stands there as it was. What was taken out of a PDF is plain text.',
    headers: Type.Object(shareHeader),
    answers: {
      200: { description: 'A text ends when the translation does', content: { ...texts, ...containers } },
    },
    problems: [...streaming, 'document_not_finished', 'document_too_complex'],
    examples: {
      text: {
        summary: 'One of yours',
        status: 200,
        mediaType: 'text/plain',
        answer: 'Good morning. How are you?',
      },
      translation_not_found,
    },
  },
};
