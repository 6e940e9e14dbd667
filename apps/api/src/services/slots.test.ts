import { expect, test } from 'vitest';
import { Slots } from './slots.ts';

const ann = Buffer.from('ann');
const bob = Buffer.from('bob');

test('one owner has so many places, everybody together so many', () => {
  const slots = new Slots({ what: 'uploads', total: 3, perOwner: 2 });
  const giveBack = slots.take(ann);
  slots.take(ann);
  expect(() => slots.take(ann)).toThrow(expect.objectContaining({ code: 'too_many_requests' }));
  slots.take(bob);
  expect(() => slots.take(bob)).toThrow(
    expect.objectContaining({ code: 'unavailable', retryAfterSeconds: 5 }),
  );
  giveBack();
  giveBack();
  expect(slots.size).toBe(2);
  slots.take(ann);
  expect(slots.size).toBe(3);
});
