import { expect, test } from 'vitest';
import { explainOutput, lastLines } from '../bootstrap/explained-error.mjs';

test.each([
  ['npm error code ENOSPC\nnpm error ENOSPC: no space left on device, write', /disk is full/],
  ["E: You don't have enough free space in /var/cache/apt/archives/.\nnot enough free space", /disk is full/],
  ['npm error code ENOTFOUND', /No network/],
  ['npm error code EAI_AGAIN', /No network/],
  ["Err:1 Temporary failure resolving 'mirror'", /No network/],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
  ['npm error code EACCES', /may not be written/],
])('%j is explained', (output, sentence) => {
  expect(explainOutput(output)).toMatch(sentence);
});

test('what is not known is not explained', () => {
  expect(explainOutput('error TS2322: Type A is not assignable to type B')).toBeUndefined();
});

test('the last lines are those before the trailing blank ones', () => {
  expect(lastLines('a\nb\nc\n\n', 2)).toBe('b\nc');
  expect(lastLines('', 2)).toBe('');
});
