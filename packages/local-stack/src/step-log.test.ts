import { expect, test } from 'vitest';
import { createStepLog, formatSeconds } from '../bootstrap/step-log.mjs';

function recorder(isTTY: boolean) {
  let text = '';
  const write = (piece: string) => {
    text += piece;
  };
  return { isTTY, columns: 80, write, text: () => text };
}

test('without a terminal each step is one aligned line with its mark and time, and nothing else', async () => {
  const out = recorder(false);
  const steps = createStepLog(out, {});
  await steps.run('Database', async (step) => {
    step.detail = 'MariaDB 10.11.19';
  });
  const failing = steps.run('Page', async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const lines = out.text().split('\n');
  expect(lines[0]).toMatch(/^ {2}✓ Database {5}MariaDB 10\.11\.19 +\d+\.\d s$/);
  expect(lines[1]).toMatch(/^ {2}✗ Page +\d+\.\d s$/);
  expect(lines[0]?.length).toBe(lines[1]?.length);
  expect(out.text()).not.toContain('\x1b');
});

test('on a terminal the finished line replaces the moving one, in colour unless NO_COLOR is set', async () => {
  const colourful = recorder(true);
  await createStepLog(colourful, { TERM: 'xterm' }).run('Page', async () => {});
  expect(colourful.text()).toContain('\r\x1b[2K  \x1b[32m✓\x1b[0m Page');
  const plain = recorder(true);
  await createStepLog(plain, { TERM: 'xterm', NO_COLOR: '1' }).run('Page', async () => {});
  expect(plain.text().replaceAll('\x1b[2K', '')).not.toContain('\x1b');
});

test('the result of the work is passed on', async () => {
  expect(await createStepLog(recorder(false), {}).run('Page', async () => 7)).toBe(7);
});

test('seconds have a decimal below ten', () => {
  expect([40, 949, 9949, 9950, 61_400].map(formatSeconds)).toEqual([
    '0.0 s',
    '0.9 s',
    '9.9 s',
    '10 s',
    '61 s',
  ]);
});
