import { expect, test } from 'vitest';
import { fromBytes, newTranslationId, toBytes } from './translation-id.ts';

test('ids are UUIDv7 of now, all different, in the order they were made in', () => {
  const before = Date.now();
  const ids = Array.from({ length: 20_000 }, newTranslationId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids.map(toBytes).toSorted(Buffer.compare).map(fromBytes)).toEqual(ids);
  expect(toBytes(ids[0] as string).readUIntBE(0, 6)).toBeGreaterThanOrEqual(before);
});

test('what is not a UUID is refused', () => {
  for (const id of [
    '',
    '0',
    '0192f0c1-0000-7000-8000-00000000000',
    '0192f0c1-0000-7000-8000-00000000000g',
    `${newTranslationId()}\n`,
  ]) {
    expect(() => toBytes(id)).toThrow(RangeError);
  }
  const id = newTranslationId();
  expect(fromBytes(toBytes(id.toUpperCase()))).toBe(id);
});
