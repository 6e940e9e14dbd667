import { Translation, TranslationChange } from '@unlimited/contract';
import {
  cancelTranslation,
  deleteTranslation,
  deleteTranslations,
  renameTranslation,
  resumeTranslation,
} from '@unlimited/db';
import { ownerOf } from '../plugins/owner.ts';
import { ProblemError } from '../problem-error.ts';
import type { Services } from '../services/services.ts';
import { ownedId, TranslationParams } from './own-translation.ts';
import { toTranslation } from './to-translation.ts';
import type { TypedApp } from './typed-app.ts';

/** Rename, cancel, resume, delete, delete all. What is being translated for it stops within a batch, and its readers are told. */
export function changeTranslationRoutes(
  app: TypedApp,
  { db, dispatcher, watcher, maintenance }: Services,
): void {
  app.patch(
    '/api/translations/:id',
    { schema: { params: TranslationParams, body: TranslationChange, response: { 200: Translation } } },
    async (request) => {
      const title = request.body.title?.toWellFormed().trim() || null;
      const record = await renameTranslation(db, ownedId(request), title);
      if (record === undefined) throw new ProblemError('translation_not_found');
      return toTranslation(record);
    },
  );

  app.post(
    '/api/translations/:id/cancel',
    { schema: { params: TranslationParams, response: { 200: Translation } } },
    async (request) => {
      const { id, owner } = ownedId(request);
      const record = await cancelTranslation(db, { id, owner });
      if (record === undefined) throw new ProblemError('translation_not_found');
      dispatcher.drop(id);
      watcher.look();
      return toTranslation(record);
    },
  );

  app.post(
    '/api/translations/:id/resume',
    { schema: { params: TranslationParams, response: { 200: Translation } } },
    async (request) => {
      const record = await resumeTranslation(db, ownedId(request));
      if (record === undefined) throw new ProblemError('translation_not_found');
      dispatcher.wake();
      watcher.look();
      return toTranslation(record);
    },
  );

  app.delete('/api/translations/:id', { schema: { params: TranslationParams } }, async (request, reply) => {
    const { id, owner } = ownedId(request);
    if (!(await deleteTranslation(db, { id, owner }))) throw new ProblemError('translation_not_found');
    dispatcher.drop(id);
    watcher.look();
    maintenance.sweepSoon();
    return reply.code(204).send();
  });

  app.delete('/api/translations', async (request, reply) => {
    const owner = ownerOf(request);
    if (owner === undefined) return reply.code(204).send();
    await deleteTranslations(db, { owner });
    // Which of them run here, the leases tell.
    await dispatcher.renew();
    watcher.look();
    maintenance.sweepSoon();
    return reply.code(204).send();
  });
}
