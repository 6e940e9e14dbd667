import { describe, expect, test } from 'vitest';
import { createPaceMeter, roundTimeLeft } from './pace.ts';

describe('createPaceMeter', () => {
  test('promises nothing before it has seen enough', () => {
    const meter = createPaceMeter();
    expect(meter.estimate(100, 0)).toBeNull();
    meter.observe(0, 0);
    meter.observe(10, 1000);
    expect(meter.estimate(100, 1000)).toBeNull();
  });
  test('a steady pace gives the exact time left', () => {
    const meter = createPaceMeter();
    for (let second = 0; second <= 10; second++) meter.observe(second * 5, second * 1000);
    expect(meter.estimate(150, 10_000)).toEqual({ segmentsPerSecond: 5, timeLeftMs: 20_000 });
    expect(meter.estimate(150, 12_000)?.timeLeftMs).toBe(18_000);
  });
  test('follows a change of pace and says nothing while it stands still', () => {
    const meter = createPaceMeter();
    for (let second = 0; second <= 60; second++) meter.observe(second * 10, second * 1000);
    for (let second = 61; second <= 120; second++) meter.observe(600 + second - 60, second * 1000);
    expect(meter.estimate(1000, 120_000)?.segmentsPerSecond).toBeCloseTo(1, 1);
    expect(meter.estimate(1000, 140_000)).toBeNull();
  });
});

test('roundTimeLeft never promises less than what is left', () => {
  for (let ms = 0; ms < 10 * 3_600_000; ms += 7777) {
    const { unit, count } = roundTimeLeft(ms);
    const promisedMs = unit === 'moment' ? 60_000 : count * (unit === 'minutes' ? 60_000 : 3_600_000);
    expect(promisedMs).toBeGreaterThanOrEqual(ms);
  }
});
