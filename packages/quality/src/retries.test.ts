import fc from 'fast-check';
import { expect, test } from 'vitest';
import { better, type Flag, flags, retries } from './index.ts';

test('parts of a split are the text', () => {
  const text = fc
    .array(fc.constantFrom('Wort', ' ', ', ', '. ', '{a}', '😀', ' (', ') ', 'ein langer Satz hier drin'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (sourceText) => {
      for (const retry of retries(sourceText, flags)) {
        if (retry.kind === 'split') expect(retry.parts.join('')).toBe(sourceText);
      }
    }),
  );
});

test('each flag asks for what may help', () => {
  const text = 'Wenn du das wirklich lesen willst, dann öffne bitte {file} noch heute Abend.';
  expect(retries(text, [])).toEqual([]);
  expect(retries(text, ['numbers_changed'])).toEqual([
    { kind: 'prepare', options: { protectNumbers: true } },
  ]);
  expect(retries(text, ['lost_inline'])).toEqual([
    { kind: 'prepare', options: { standIns: 'code' } },
    {
      kind: 'split',
      parts: ['Wenn du das wirklich lesen willst, dann öffne bitte ', '{file}', ' noch heute Abend.'],
    },
  ]);
  expect(retries(text, ['repetition'])).toEqual([
    { kind: 'prepare', options: { variation: 'quotes' } },
    { kind: 'beam', beamSize: 4 },
    {
      kind: 'split',
      parts: ['Wenn du das wirklich lesen willst, ', 'dann öffne bitte {file} noch heute Abend.'],
    },
    { kind: 'prepare', options: { variation: 'finalStop' } },
  ]);
});

interface Flagged {
  readonly flags: readonly Flag[];
}

test('the lighter fault is better, and the first of equals', () => {
  const clean: Flagged = { flags: [] };
  const loop: Flagged = { flags: ['repetition'] };
  const number: Flagged = { flags: ['numbers_changed'] };
  expect(better(loop, number)).toBe(number);
  expect(better(number, loop)).toBe(number);
  expect(better(loop, clean)).toBe(clean);
  expect(better(clean, { flags: [] })).toBe(clean);
});
