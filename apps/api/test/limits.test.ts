import { describe, expect, test } from 'vitest';
import { germanText } from './support/german-text.ts';
import { runningApi } from './support/running-api.ts';

async function refusal(response: Response): Promise<unknown> {
  const { code } = (await response.json()) as { code: string };
  return { status: response.status, code, retryAfter: Number(response.headers.get('retry-after')) > 0 };
}

describe('what one replica has open and one visitor stored', () => {
  const api = runningApi({
    MAX_STREAMS_PER_OWNER: '2',
    MAX_STREAMS: '3',
    MAX_UPLOADS_PER_OWNER: '1',
    OWNER_QUOTA: '150000',
  });

  test('streams: so many for one visitor, so many for everybody', async () => {
    const [ann, bob] = [api.visitor(), api.visitor()];
    const text = germanText(60_000, 1);
    const [anns, bobs] = [await ann.translate(text), await bob.translate('Nur ein Satz.')];
    const open = [];
    for (let i = 0; i < 2; i++) open.push(await ann.fetch(`/api/translations/${anns.id}/events`));
    const busy = { status: 429, code: 'too_many_requests', retryAfter: true };
    expect(await refusal(await ann.fetch(`/api/translations/${anns.id}/events`))).toEqual(busy);

    await ann.fetch(`/api/translations/${anns.id}/cancel`, { method: 'POST' });
    await Promise.all(open.map((response) => response.text()));
    await expect.poll(async () => (await ann.fetch(`/api/translations/${anns.id}/events`)).status).toBe(200);
    expect((await bob.fetch(`/api/translations/${bobs.id}/events`)).status).toBe(200);
  });

  test('storage: beyond the quota nothing is stored, and deleting makes room', async () => {
    const visitor = api.visitor();
    const first = await visitor.translate(germanText(100_000, 3));
    const exceeded = { status: 429, code: 'quota_exceeded', retryAfter: true };
    expect(await refusal(await visitor.upload(germanText(60_000, 4)))).toEqual(exceeded);
    const { translations } = await visitor.json<{ translations: unknown[] }>('/api/translations');
    expect(translations).toHaveLength(1);
    await visitor.fetch(`/api/translations/${first.id}`, { method: 'DELETE' });
    await expect
      .poll(async () => (await visitor.upload('Platz ist da.')).status, { interval: 500, timeout: 20_000 })
      .toBe(201);
  });
});

describe('the queue', () => {
  // Nothing is translated, so that it is full for as long as the test looks.
  const api = runningApi({ BLOCKS_IN_FLIGHT: '0', MAX_WAITING_BLOCKS: '20' });

  test('who comes when it is full is told so at once, until there is room', async () => {
    const visitor = api.visitor();
    const { id } = await visitor.translate(germanText(120_000, 2));
    const full = { status: 503, code: 'unavailable', retryAfter: true };
    await expect
      .poll(async () => refusal(await api.visitor().upload('Noch einer.')), {
        interval: 500,
        timeout: 30_000,
      })
      .toEqual(full);
    await visitor.fetch(`/api/translations/${id}`, { method: 'DELETE' });
    await expect
      .poll(async () => (await api.visitor().upload('Jetzt aber.')).status, {
        interval: 500,
        timeout: 30_000,
      })
      .toBe(201);
  });
});

describe('large JSON bodies', () => {
  const api = runningApi({ BLOCKS_IN_FLIGHT: '0', MAX_JSON_BYTES: '100000' });

  test('that are under way are as many as memory holds; small ones and streams go on', async () => {
    const large = { sourceText: 'Das ist ein Satz. '.repeat(5000), sourceLang: 'de', targetLang: 'en' };
    const send = () => api.visitor().post(large);
    const bodies = Array.from({ length: 8 }, () => new TransformStream<Uint8Array>());
    const slow = bodies.map(({ readable }) =>
      api.visitor().fetch('/api/translations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: readable,
        duplex: 'half',
      } as RequestInit),
    );
    const writers = bodies.map(({ writable }) => writable.getWriter());
    for (const writer of writers) void writer.write(Buffer.from('{'));
    const busy = { status: 503, code: 'unavailable', retryAfter: true };
    await expect.poll(async () => refusal(await send()), { timeout: 10_000 }).toEqual(busy);
    expect((await api.visitor().post({ ...large, sourceText: 'Nur ein Satz.' })).status).toBe(201);
    expect((await api.visitor().upload(large.sourceText)).status).toBe(201);

    await Promise.all(writers.map((writer) => writer.close()));
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(Array(8).fill(400));
    await expect.poll(async () => (await send()).status, { timeout: 10_000 }).toBe(201);
  });
});
