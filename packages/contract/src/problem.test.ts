import { expect, test } from 'vitest';
import { problems, toProblem } from './index.ts';

test('every problem has a client or server error status and a title', () => {
  for (const [code, { status, title }] of Object.entries(problems)) {
    expect(code).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).not.toBe('');
  }
});

test('a problem document carries a detail only when there is one', () => {
  expect(toProblem('text_empty')).toEqual({
    type: 'urn:problem:unlimited-translation:text_empty',
    code: 'text_empty',
    status: 400,
    title: 'There is no text to translate',
  });
  expect(toProblem('internal', 'why').detail).toBe('why');
});
