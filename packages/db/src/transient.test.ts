import { expect, test } from 'vitest';
import { isTransient, retry, retryTransient } from './transient.ts';

const failure = (properties: object, message = 'x') => Object.assign(new Error(message), properties);

test('tells what passes from what does not', () => {
  const transient = [
    failure({ errno: 1213, code: 'ER_LOCK_DEADLOCK' }),
    failure({ errno: 1205 }),
    failure({ errno: 1040 }),
    failure({ errno: 1053 }),
    failure({ errno: 1290 }),
    failure({ errno: 1836 }),
    failure({ code: 'ECONNREFUSED', errno: -111, fatal: true }),
    failure({ code: 'PROTOCOL_CONNECTION_LOST', fatal: true }),
    failure({ fatal: true }, "Can't add new command when connection is in closed state"),
    failure({}, 'Queue limit reached.'),
    new AggregateError([failure({ code: 'ECONNREFUSED' }), failure({ code: 'ECONNREFUSED' })]),
  ];
  const lasting = [
    failure({ errno: 1045, code: 'ER_ACCESS_DENIED_ERROR', fatal: true }),
    failure({ errno: 1062, code: 'ER_DUP_ENTRY' }),
    failure({ errno: 1064 }),
    failure({}, 'Pool is closed.'),
    new AggregateError([]),
    new RangeError(),
    undefined,
    'text',
  ];
  for (const error of transient) expect(isTransient(error), String(error)).toBe(true);
  for (const error of lasting) expect(isTransient(error), String(error)).toBe(false);
});

test('tries again until it works, the error is lasting, or the attempts are used up', async () => {
  const run = async (errors: unknown[], attempts = 5) => {
    let calls = 0;
    const work = async () => {
      const error = errors[calls++];
      if (error !== undefined) throw error;
      return calls;
    };
    const outcome = await retry(work, { attempts, firstDelayMs: 0 }).catch((error) => error);
    return [outcome, calls];
  };
  const [deadlock, duplicate] = [failure({ errno: 1213 }), failure({ errno: 1062 })];
  expect(await run([deadlock, deadlock])).toEqual([3, 3]);
  expect(await run([deadlock, duplicate])).toEqual([duplicate, 2]);
  expect(await run([deadlock, deadlock, deadlock], 2)).toEqual([deadlock, 2]);
});

test('stops waiting as soon as the signal says so', async () => {
  const controller = new AbortController();
  const work = async () => {
    setImmediate(() => controller.abort());
    throw failure({ code: 'ECONNREFUSED' });
  };
  await expect(retryTransient(work, { signal: controller.signal, attempts: 1000 })).rejects.toMatchObject({
    name: 'AbortError',
  });
  await expect(retryTransient(async () => 1, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
});
