import type { Translation } from '@unlimited/contract';
import { expect, test } from 'vitest';
import type { NewTranslation } from './api-client.ts';
import { ApiError } from './api-error.ts';
import { createOrderQueue } from './order-queue.ts';
import { createStore } from './store.ts';
import type { TranslationSession } from './translation-session.ts';
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
    ({ id }, outdated) => {
      accepted.push({ id, outdated });
      state.patch({ session: { id } as TranslationSession, stale: outdated });
    },
  );
  const write = (text: string) => state.patch({ text, stale: true });
  const settled = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 5));
    while (state.get().sending);
  };
  return { service, state, accepted, queue, write, settled };
}

test('of everything that was typed only the last is stored', async () => {
  const { service, queue, write, settled } = createDesk();
  for (const text of ['D', 'De', 'Der', 'Der Hund']) {
    write(text);
    queue.order('draft');
    if (text.length % 2 === 0) await settled();
  }
  await settled();
  expect([...service.stored.values()]).toEqual(['Der Hund']);
});

test('what was ordered for good stays', async () => {
  const { service, queue, write, settled } = createDesk();
  write('Erster Satz.');
  queue.order('draft');
  await settled();
  queue.order('final');
  await settled();
  write('Zweiter Satz.');
  queue.order('final');
  await settled();
  write('Dritter');
  queue.order('draft');
  await settled();
  expect([...service.stored.values()]).toEqual(['Erster Satz.', 'Zweiter Satz.', 'Dritter']);
});

test('a service that is away is waited for, and gets the text as it is then', async () => {
  const { service, state, accepted, queue, write, settled } = createDesk();
  service.leave(2);
  write('Alt');
  queue.order('draft');
  await Promise.resolve();
  write('Neu');
  await settled();
  expect([...service.stored.values()]).toEqual(['Neu']);
  expect(accepted).toHaveLength(1);
  expect(state.get()).toMatchObject({ sending: false, waiting: null, failure: null });
});

test('a draft that is on its way is what is ordered for good, and ordering twice is ordering once', async () => {
  const { service, accepted, queue, write, settled } = createDesk();
  write('Ein Satz.');
  queue.order('draft');
  queue.order('final');
  queue.order('final');
  await settled();
  expect(accepted).toEqual([{ id: 'translation 1', outdated: false }]);
  write('Ein anderer.');
  queue.order('draft');
  await settled();
  expect([...service.stored.values()]).toEqual(['Ein Satz.', 'Ein anderer.']);
});

test('what is wanted otherwise while it is on its way is ordered again', async () => {
  const { service, state, accepted, queue, write, settled } = createDesk();
  write('Ein Satz.');
  queue.order('draft');
  await Promise.resolve();
  expect(queue.hasDraft()).toBe(true);
  state.patch({ format: 'markdown' });
  queue.order('draft');
  await settled();
  expect(accepted.map(({ outdated }) => outdated)).toEqual([true, false]);
  expect([...service.stored.keys()]).toEqual(['translation 2']);
});

test('what the service accepted after it was stopped is removed', async () => {
  const { service, state, accepted, queue, write, settled } = createDesk();
  write('Ein Satz.');
  queue.order('final');
  await Promise.resolve();
  queue.order('final');
  queue.stop();
  expect(state.get().sending).toBe(false);
  write('Ein anderer.');
  queue.order('final');
  await settled();
  expect([...service.stored.values()]).toEqual(['Ein anderer.']);
  expect(accepted).toHaveLength(1);
});

test('what is stopped is forgotten, and the next order goes through', async () => {
  const { service, accepted, queue, write, settled } = createDesk();
  service.leave(1000);
  write('Ein Satz.');
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
  const { service, queue, write, settled } = createDesk();
  write(' \n\t');
  queue.order('final');
  await settled();
  expect(service.stored.size).toBe(0);
});

test('a text in the language that it was to be translated into is translated into another', async () => {
  const { service, state, accepted, queue, write, settled } = createDesk();
  const languagePairs = [
    { sourceLang: 'de', targetLang: 'en' },
    { sourceLang: 'en', targetLang: 'de' },
  ];
  state.patch({ sourceLang: 'auto', languagePairs });
  const order = async (text: string) => {
    write(text);
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
