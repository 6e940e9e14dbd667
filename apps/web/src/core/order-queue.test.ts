import type { Translation } from '@unlimited/contract';
import { expect, test } from 'vitest';
import type { NewTranslation } from './api-client.ts';
import { ApiError } from './api-error.ts';
import { createOrderQueue } from './order-queue.ts';
import { createStore } from './store.ts';
import { emptyWorkspace, type WorkspaceState } from './workspace-state.ts';

/** A service that remembers what it stores, and is away for a while if told so. */
function createService() {
  const stored = new Map<string, string>();
  let orders = 0;
  let away = 0;
  return {
    stored,
    leave: (times: number) => {
      away = times;
    },
    create: async ({ body, sourceLang, targetLang }: NewTranslation): Promise<Translation> => {
      await Promise.resolve();
      if (away-- > 0) throw new ApiError('unavailable', 1);
      const id = `translation ${++orders}`;
      stored.set(id, String(body));
      const detected = sourceLang === 'auto';
      return {
        id,
        detected,
        sourceLang: detected ? languageOf(String(body)) : sourceLang,
        targetLang,
      } as Translation;
    },
    remove: async (id: string) => void stored.delete(id),
  };
}

const languageOf = (text: string) => (text.startsWith('The') ? 'en' : 'de');

function createDesk() {
  const service = createService();
  const state = createStore<WorkspaceState>(emptyWorkspace);
  const accepted: { id: string; outdated: boolean }[] = [];
  const queue = createOrderQueue(
    service,
    state,
    () => [],
    ({ id }, outdated) => accepted.push({ id, outdated }),
  );
  const settled = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 5));
    while (state.get().sending);
  };
  return { service, state, accepted, queue, settled };
}

test('of everything that was typed only the last is stored', async () => {
  const { service, state, queue, settled } = createDesk();
  for (const text of ['D', 'De', 'Der', 'Der Hund']) {
    state.patch({ text });
    queue.order('draft');
    if (text.length % 2 === 0) await settled();
  }
  await settled();
  expect([...service.stored.values()]).toEqual(['Der Hund']);
});

test('what was ordered for good stays', async () => {
  const { service, state, queue, settled } = createDesk();
  state.patch({ text: 'Erster Satz.' });
  queue.order('draft');
  await settled();
  queue.settle();
  state.patch({ text: 'Zweiter Satz.' });
  queue.order('final');
  await settled();
  state.patch({ text: 'Dritter' });
  queue.order('draft');
  await settled();
  expect([...service.stored.values()]).toEqual(['Erster Satz.', 'Zweiter Satz.', 'Dritter']);
});

test('a service that is away is waited for, and gets the text as it is then', async () => {
  const { service, state, accepted, queue, settled } = createDesk();
  service.leave(2);
  state.patch({ text: 'Alt' });
  queue.order('draft');
  await Promise.resolve();
  state.patch({ text: 'Neu' });
  await settled();
  expect([...service.stored.values()]).toEqual(['Neu']);
  expect(accepted).toHaveLength(1);
  expect(state.get()).toMatchObject({ sending: false, waiting: null, failure: null });
});

test('what is stopped is forgotten, and the next order goes through', async () => {
  const { service, state, accepted, queue, settled } = createDesk();
  service.leave(1000);
  state.patch({ text: 'Ein Satz.' });
  queue.order('final');
  await Promise.resolve();
  queue.stop();
  await settled();
  expect(accepted).toEqual([]);
  service.leave(0);
  queue.order('final');
  await settled();
  expect(accepted).toHaveLength(1);
});

test('an empty text orders nothing', async () => {
  const { service, state, queue, settled } = createDesk();
  state.patch({ text: ' \n\t' });
  queue.order('final');
  await settled();
  expect(service.stored.size).toBe(0);
});

test('a text in the language that it was to be translated into is translated into another', async () => {
  const { service, state, accepted, queue, settled } = createDesk();
  const languagePairs = [
    { sourceLang: 'de', targetLang: 'en' },
    { sourceLang: 'en', targetLang: 'de' },
  ];
  state.patch({ sourceLang: 'auto', languagePairs });
  const order = async (text: string) => {
    state.patch({ text });
    queue.order('draft');
    await settled();
    return state.get().targetLang;
  };
  expect(await order('Der Hund')).toBe('en');
  expect(await order('The dog')).toBe('de');
  expect(await order('Der Hund')).toBe('en');
  expect(accepted).toHaveLength(3);
  expect([...service.stored.values()]).toEqual(['Der Hund']);
  state.patch({ targetChosen: true });
  expect(await order('The dog')).toBe('en');
});
