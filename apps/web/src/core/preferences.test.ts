import { expect, test } from 'vitest';
import { createPreferences, defaultPreferences } from './preferences.ts';

test('preferences outlive the page', () => {
  const stored = new Map<string, string>();
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
  createPreferences(storage).patch({ theme: 'dark', textSize: 4 });
  expect(createPreferences(storage).get()).toEqual({ ...defaultPreferences, theme: 'dark', textSize: 4 });
});

test('neither rubbish nor a locked storage stops the page', () => {
  for (const rubbish of ['', '{', 'null', '7', '"x"']) {
    const storage = {
      getItem: () => rubbish,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const preferences = createPreferences(storage);
    preferences.patch({ view: 'target' });
    expect(preferences.get()).toEqual({ ...defaultPreferences, view: 'target' });
  }
});
