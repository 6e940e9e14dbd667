import { ShareRequest } from '@unlimited/contract';
import { translation_not_found } from './example-values.ts';
import type { Operations } from './operation.ts';
import { changing, ofOne, withJson } from './problem-groups.ts';

const expiresAt = '2026-12-02T09:00:00.000Z';
const oneWeek = { mediaType: 'application/json', value: { expiresInHours: 168 } };

/** To let others read a translation for a time. */
export const sharingOperations: Operations = {
  'POST /api/translations/:id/shares': {
    id: 'shareTranslation',
    tag: 'sharing',
    summary: 'Make a link by which others may read a translation for a time',
    description:
      'The token is told this once; only its hash is stored. Whoever sends it in the header `x-share-token` may read state, segments, events and target text, and change nothing. Of very many links to one translation the newest hold.',
    body: { 'application/json': ShareRequest },
    answers: { 201: { description: 'The token of the link, and when it ends' } },
    problems: [...ofOne, ...withJson],
    examples: {
      week: {
        summary: 'For a week',
        body: oneWeek,
        status: 201,
        answer: { token: '3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', expiresAt },
      },
      invalid_request: {
        summary: 'For no time',
        body: { mediaType: 'application/json', value: { expiresInHours: 0 } },
        status: 400,
      },
      translation_not_found: { ...translation_not_found, body: oneWeek },
    },
  },
  'GET /api/translations/:id/shares': {
    id: 'listShares',
    tag: 'sharing',
    summary: 'When the links to a translation end',
    answers: { 200: { description: 'Those that hold, the last one first' } },
    problems: ofOne,
    examples: {
      none: { summary: 'There are none', status: 200, answer: { shares: [] } },
      translation_not_found,
    },
  },
  'DELETE /api/translations/:id/shares': {
    id: 'deleteShares',
    tag: 'sharing',
    summary: 'End all links to a translation',
    answers: { 204: { description: 'They open nothing any more' } },
    problems: [...ofOne, ...changing],
    examples: { ended: { summary: 'Of one of yours', status: 204 }, translation_not_found },
  },
};
