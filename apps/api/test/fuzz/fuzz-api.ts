import fc from 'fast-check';
import type { OpenApiDocument } from '../../src/openapi/open-api-document.ts';
import { Client } from '../support/client.ts';
import { faultOf } from './check-answer.ts';
import { sendRaw } from './raw-request.ts';
import { knownId, requestArbitrary } from './request-arbitrary.ts';

const text = 'Guten Morgen.\nWie geht es Ihnen?';

export interface FuzzOptions {
  readonly url: string;
  readonly requests: number;
  /** The same seed makes the same requests. */
  readonly seed?: number;
}

/**
 * Sends generated requests to a running API. What was answered, by status.
 *
 * @throws Error with the smallest request that was found to get a wrong answer, and the seed.
 */
export async function fuzzApi({ url, requests, seed }: FuzzOptions): Promise<Map<number, number>> {
  const visitor = new Client(url);
  const document = await visitor.json<OpenApiDocument>('/api/openapi.json');
  const counts = new Map<number, number>();
  let { id } = await visitor.translate(text);
  const property = fc.asyncProperty(requestArbitrary(document), async (request) => {
    const target = request.target.replace(knownId, id);
    const headers = [...request.headers, ['cookie', visitor.cookie ?? ''] as const];
    const answer = await sendRaw(url, { ...request, target, headers });
    if (answer === undefined) return;
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    const fault = faultOf(document, request, answer);
    if (fault !== undefined) throw new Error(fault);
    // It may be the one that the requests to come are about.
    if (request.method === 'DELETE') ({ id } = await visitor.translate(text));
  });
  await fc.assert(property, { numRuns: requests, ...(seed === undefined ? {} : { seed }) });
  return counts;
}
