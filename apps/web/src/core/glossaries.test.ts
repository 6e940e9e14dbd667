import { expect, test } from 'vitest';
import { createGlossaries, mostGlossaryEntries } from './glossaries.ts';

function createStorage(stored: string | null = null) {
  let value = stored;
  const setItem = (_: string, next: string) => {
    value = next;
  };
  return { getItem: () => value, setItem };
}

const pair = { sourceLang: 'de', targetLang: 'en' };

test('each pair of languages has its own, and they outlive the page', () => {
  const storage = createStorage();
  const entries = [{ source: 'Zug', target: 'train' }, { source: 'Anna' }];
  createGlossaries(storage).set(pair, entries);
  const later = createGlossaries(storage);
  expect(later.of(pair)).toEqual(entries);
  expect(later.of({ sourceLang: 'en', targetLang: 'de' })).toEqual([]);
});

test('empty lines go, a word stands once, and there are not too many', () => {
  const glossaries = createGlossaries(createStorage());
  glossaries.set(pair, [
    { source: ' ' },
    { source: 'Zug', target: 'draught' },
    { source: ' Zug ', target: ' ' },
  ]);
  expect(glossaries.of(pair)).toEqual([{ source: 'Zug' }]);
  glossaries.set(
    pair,
    Array.from({ length: mostGlossaryEntries + 5 }, (_, at) => ({ source: `Wort ${at}` })),
  );
  expect(glossaries.of(pair)).toHaveLength(mostGlossaryEntries);
});

test('whatever stands in the storage does no harm', () => {
  for (const stored of [
    '',
    'null',
    '{"de>en": 1}',
    '{"de>en": [null, {"source": 1}, {"target": "x"}]}',
    '[]',
  ]) {
    expect(createGlossaries(createStorage(stored)).of(pair), stored).toEqual([]);
  }
});
