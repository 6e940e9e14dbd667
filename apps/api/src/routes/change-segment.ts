import {
  Alternatives,
  AlternativesQuery,
  Segment,
  SegmentEdit,
  type Segment as SegmentType,
} from '@unlimited/contract';
import {
  editSegment,
  readSegmentSource,
  rememberForOwner,
  type SegmentSource,
  StoreError,
} from '@unlimited/db';
import { Type } from 'typebox';
import { ProblemError } from '../problem-error.ts';
import { findAlternatives } from '../services/find-alternatives.ts';
import type { Services } from '../services/services.ts';
import { check } from './check.ts';
import { ownedId, TranslationParams } from './own-translation.ts';
import type { TypedApp } from './typed-app.ts';

const SegmentParams = Type.Interface([TranslationParams], {
  index: Type.Integer({ minimum: 0, maximum: 0x7fffffff, description: 'Of the segment' }),
});

/** What a reader does with one segment: writes it herself, or asks how else it could be said. */
export function changeSegmentRoutes(app: TypedApp, services: Services): void {
  const { db, directions, dispatcher, watcher, metrics, alternatives } = services;

  app.put(
    '/api/translations/:id/segments/:index',
    { schema: { params: SegmentParams, response: { 200: Segment } } },
    async (request) => {
      const { id, owner } = ownedId(request);
      const { index } = request.params;
      const { remember = false, ...body } = check(SegmentEdit, request.body, 'body');
      // Lone surrogates are no characters and no database stores them.
      const targetText = body.targetText.toWellFormed();
      const source = remember ? await readSegmentSource(db, { id, owner, index }) : undefined;
      const segment = await editSegment(db, { id, owner, index, targetText });
      if (segment === undefined) throw notFound();
      if (source !== undefined) {
        const { sourceText } = source;
        await rememberForOwner(db, { owner, ...pairOf(source), sourceText, targetText }).catch(asProblem);
      }
      metrics.segmentsStored([segment]);
      watcher.look();
      // The last open segment may have ended the translation, and with it the block that is being worked on.
      await dispatcher.renew();
      return segment as SegmentType;
    },
  );

  app.get(
    '/api/translations/:id/segments/:index/alternatives',
    { schema: { params: SegmentParams, querystring: AlternativesQuery, response: { 200: Alternatives } } },
    async (request, reply) => {
      const { id, owner } = ownedId(request);
      const { index } = request.params;
      const source = await readSegmentSource(db, { id, owner, index });
      if (source === undefined) throw notFound();
      const giveBack = alternatives.take(owner);
      const left = new AbortController();
      reply.raw.on('close', () => left.abort());
      const signal = AbortSignal.any([left.signal, services.closing]);
      try {
        const { limit } = request.query;
        return { alternatives: await findAlternatives(services, { ...source, id, limit, signal }) };
      } finally {
        giveBack();
      }
    },
  );

  /** The languages under which blocks of such segments look for what was remembered. */
  function pairOf({ modelKey, sourceLang, targetLang }: SegmentSource) {
    const direction = directions.byKey(modelKey) ?? directions.find({ sourceLang, targetLang });
    return direction === undefined
      ? { sourceLang, targetLang }
      : { sourceLang: direction.sourceLang, targetLang: direction.targetLang };
  }
}

function asProblem(error: unknown): never {
  if (!(error instanceof StoreError && error.code === 'memory_full')) throw error;
  throw new ProblemError('quota_exceeded', 'The edit is stored; there is no room to remember it.', {
    retryAfterSeconds: 3600,
  });
}

function notFound(): ProblemError {
  return new ProblemError('translation_not_found', 'There is no such segment.');
}
