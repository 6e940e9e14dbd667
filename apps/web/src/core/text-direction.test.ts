import { expect, test } from 'vitest';
import { textDirection } from './text-direction.ts';

test('a passage of a language from the right runs so, whatever it begins with', () => {
  expect(textDirection('YouTube أطلقت ميزة جديدة.', 'ar')).toBe('rtl');
  expect(textDirection('שלום world', 'he-IL')).toBe('rtl');
  expect(textDirection('npm install', 'ar')).toBe('ltr');
  expect(textDirection('', 'ar')).toBe('rtl');
});

test('in other languages, and where nobody knows, the first letter decides', () => {
  expect(textDirection('Der Gruß שלום heißt Frieden.', 'de')).toBe('ltr');
  expect(textDirection('1. „שלום“ heißt Frieden.', 'de')).toBe('rtl');
  expect(textDirection('שלום world', '')).toBe('rtl');
  expect(textDirection('***', 'de')).toBe('ltr');
});

test('a script in the tag decides over the language', () => {
  expect(textDirection('یک', 'az-Arab')).toBe('rtl');
  expect(textDirection('क', 'ks-Deva')).toBe('ltr');
});
