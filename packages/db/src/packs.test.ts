import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packs } from './packs.ts';

test('packs hold all items in order, and more than one only within the budget', () => {
  const sizes = fc.array(fc.oneof(fc.nat(100), fc.nat(3_000_000)), { maxLength: 50 });
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 10 }), (items, maxItems) => {
      const all = [...packs(items, maxItems, (item) => item)];
      expect(all.flat()).toEqual(items);
      for (const pack of all) {
        expect(pack.length).toBeGreaterThan(0);
        expect(pack.length).toBeLessThanOrEqual(maxItems);
        if (pack.length > 1) expect(pack.reduce((sum, item) => sum + item, 0)).toBeLessThanOrEqual(1 << 21);
      }
    }),
  );
});
