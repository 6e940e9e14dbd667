import { expect, test } from 'vitest';
import { isTranslatable } from './index.ts';

test('only what holds a letter is translatable', () => {
  for (const text of ['', ' ', '-', '123,45 €', '…', '😀', '\u0301', '\0', '\ud800', '---', '🇩🇪']) {
    expect(isTranslatable(text)).toBe(false);
  }
  for (const text of ['a', '1 a', 'ß', 'é', '中', '𝔸', 'ª']) expect(isTranslatable(text)).toBe(true);
});
