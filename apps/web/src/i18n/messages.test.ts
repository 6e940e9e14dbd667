import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { type Locale, loadMessages, locales, pickLocale } from './locales.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  );
}

/** Names of the values that a message takes. */
function valuesOf(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name as string))].sort();
}

const english = flatten(await loadMessages('en'));

test.each(Object.keys(locales) as Locale[])('%s says everything, with the same values', async (locale) => {
  const messages = new Map(flatten(await loadMessages(locale)));
  expect([...messages.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  for (const [key, message] of english) {
    const own = messages.get(key) ?? '';
    expect(own.trim(), key).not.toBe('');
    expect(valuesOf(own), key).toEqual(valuesOf(message));
    expect(() => compile(own), key).not.toThrow();
  }
});

test('the first language that is spoken is taken', () => {
  expect(pickLocale([null, 'pt-BR', 'fr-CH', 'de'])).toBe('fr');
  expect(pickLocale(['xx', 'constructor'])).toBe('en');
});
