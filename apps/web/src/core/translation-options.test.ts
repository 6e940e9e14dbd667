import { expect, test } from 'vitest';
import { formatOfName } from './translation-options.ts';

test('the name of a file says what it is', () => {
  expect(formatOfName('LIESMICH.md')).toBe('markdown');
  expect(formatOfName('Seite 1.HTM')).toBe('html');
  expect(formatOfName('film.de.srt')).toBe('srt');
  expect(formatOfName('film.vtt')).toBe('vtt');
  for (const name of ['brief.txt', 'constructor', 'a.constructor', '', '.md.']) {
    expect(formatOfName(name), name).toBe('plain');
  }
});
