import { expect, it } from 'vitest';
import { BatchOrder } from './batch-order.ts';

it('begins what is urgent before what came earlier, and each kind as it came', () => {
  const order = new BatchOrder<{ name: string; urgent: boolean }>();
  for (const name of ['novel', 'letter!', 'novel 2', 'note!'])
    order.push({ name, urgent: name.endsWith('!') });
  expect(order.nextUrgent()?.name).toBe('letter!');
  expect([order.next(), order.next(), order.next()].map((batch) => batch?.name)).toEqual([
    'note!',
    'novel',
    'novel 2',
  ]);
  expect(order.nextUrgent()).toBeUndefined();
  expect(order.next()).toBeUndefined();
});
