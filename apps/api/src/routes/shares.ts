import { Share, ShareList, ShareRequest } from '@unlimited/contract';
import { createShare, deleteShares, listShares } from '@unlimited/db';
import { ProblemError } from '../problem-error.ts';
import type { Services } from '../services/services.ts';
import { hashToken, newToken } from '../services/token.ts';
import { ownedId, ownTranslation, TranslationParams } from './own-translation.ts';
import type { TypedApp } from './typed-app.ts';

const hourMs = 60 * 60_000;
const defaultHours = 24 * 7;

/** Links by which others may read a translation for a time. */
export function shareRoutes(app: TypedApp, services: Services): void {
  const { db } = services;
  app.post(
    '/api/translations/:id/shares',
    { schema: { params: TranslationParams, body: ShareRequest, response: { 201: Share } } },
    async (request, reply) => {
      const token = newToken();
      const { expiresInHours = defaultHours } = request.body;
      const expiresAt = await createShare(db, {
        ...ownedId(request),
        tokenHash: hashToken(token),
        expiresInMs: expiresInHours * hourMs,
      });
      if (expiresAt === undefined) throw new ProblemError('translation_not_found');
      reply.code(201).header('cache-control', 'no-store');
      return { token, expiresAt: expiresAt.toISOString() };
    },
  );

  app.get(
    '/api/translations/:id/shares',
    { schema: { params: TranslationParams, response: { 200: ShareList } } },
    async (request) => {
      await ownTranslation(services, request);
      const ends = await listShares(db, ownedId(request));
      return { shares: ends.map((expiresAt) => ({ expiresAt: expiresAt.toISOString() })) };
    },
  );

  app.delete(
    '/api/translations/:id/shares',
    { schema: { params: TranslationParams } },
    async (request, reply) => {
      await ownTranslation(services, request);
      await deleteShares(db, ownedId(request));
      return reply.code(204).send();
    },
  );
}
