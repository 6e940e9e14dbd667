import {
  type Segment,
  SegmentPage,
  SegmentPageQuery,
  Translation,
  TranslationList,
  TranslationListQuery,
} from '@unlimited/contract';
import { listTranslations, readSegments } from '@unlimited/db';
import { ownerOf } from '../plugins/owner.ts';
import type { Services } from '../services/services.ts';
import { TranslationParams } from './own-translation.ts';
import { readableTranslation, whileReadable } from './readable-translation.ts';
import { isDocumentRecord, sendTargetDocument } from './target-document.ts';
import { sendTargetText } from './target-text.ts';
import { toTranslation } from './to-translation.ts';
import type { TypedApp } from './typed-app.ts';

/** State, segments and target text of a translation, and the history. Its events have a file of their own. */
export function readTranslationRoutes(app: TypedApp, services: Services): void {
  const { db } = services;
  app.get(
    '/api/translations/:id',
    { schema: { params: TranslationParams, response: { 200: Translation } } },
    async (request) => toTranslation((await readableTranslation(services, request)).record),
  );

  app.get(
    '/api/translations/:id/segments',
    { schema: { params: TranslationParams, querystring: SegmentPageQuery, response: { 200: SegmentPage } } },
    async (request) => {
      const { id, segmentCount } = (await readableTranslation(services, request)).record;
      const { from, limit } = request.query;
      const segments = (await readSegments(db, { id, from, limit })) as Segment[];
      const next = from + segments.length;
      return { segments, nextFrom: next < segmentCount ? next : null };
    },
  );

  app.get(
    '/api/translations/:id/target',
    { schema: { params: TranslationParams } },
    async (request, reply) => {
      const readable = await readableTranslation(services, request);
      const { record, reader: owner } = readable;
      const { caller } = request;
      if (isDocumentRecord(record)) return sendTargetDocument(services, record, reply, { owner, caller });
      return sendTargetText(services, record, reply, {
        owner,
        caller,
        forget: false,
        guard: (pieces) => whileReadable(services, request, readable, pieces),
      });
    },
  );

  app.get(
    '/api/translations',
    { schema: { querystring: TranslationListQuery, response: { 200: TranslationList } } },
    async (request) => {
      const owner = ownerOf(request);
      if (owner === undefined) return { translations: [], nextBefore: null };
      const records = await listTranslations(db, { owner, ...request.query });
      const last = records.length === request.query.limit ? records.at(-1) : undefined;
      return { translations: records.map(toTranslation), nextBefore: last?.id ?? null };
    },
  );
}
