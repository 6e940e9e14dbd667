import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RateLimiter } from './rate-limiter.ts';

function limiter(maxClients = 100) {
  const clock = { ms: 0 };
  return { clock, limiter: new RateLimiter({ windowMs: 60_000, maxClients, now: () => clock.ms }) };
}

test('the limit may be used at once, then as it drains', () => {
  const { clock, limiter: requests } = limiter();
  for (let i = 0; i < 60; i++) expect(requests.take('a', 1, 60)).toBe(0);
  expect(requests.take('a', 1, 60)).toBe(1000);
  expect(requests.take('b', 1, 60)).toBe(0);
  clock.ms += 1000;
  expect(requests.take('a', 1, 60)).toBe(0);
  expect(requests.take('a', 1, 60)).toBeGreaterThan(0);
});

test('what never fits says so with the whole window, and uses nothing up', () => {
  const { limiter: characters } = limiter();
  expect(characters.take('a', 101, 100)).toBe(60_000);
  expect(characters.take('a', 100, 100)).toBe(0);
});

test('no more clients are remembered than there is room for', () => {
  const { limiter: requests } = limiter(10);
  for (let i = 0; i < 1000; i++) requests.take(`client ${i}`, 1, 5);
  expect(requests.size).toBe(10);
});

test('who has used nothing for a window is forgotten', () => {
  const { clock, limiter: requests } = limiter();
  for (let i = 0; i < 50; i++) requests.take(`client ${i}`, 1, 5);
  clock.ms += 60_000;
  requests.take('somebody', 1, 5);
  expect(requests.size).toBe(1);
});

test('in no window does a client get more than twice the limit, and who waits as told is let in', () => {
  const step = fc.record({ wait: fc.nat(30_000), amount: fc.integer({ min: 1, max: 100 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { clock, limiter: characters } = limiter();
      const taken: { at: number; amount: number }[] = [];
      for (const { wait, amount } of steps) {
        clock.ms += wait;
        const retryMs = characters.take('a', amount, 100);
        clock.ms += retryMs + (retryMs > 0 ? 1 : 0);
        if (retryMs > 0) expect(characters.take('a', amount, 100)).toBe(0);
        taken.push({ at: clock.ms, amount });
      }
      for (const { at } of taken) {
        const inWindow = taken.filter((other) => other.at >= at && other.at < at + 60_000);
        expect(inWindow.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(200);
      }
    }),
  );
});
