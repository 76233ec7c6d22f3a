import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startOrder } from './startOrder';

it('starts every sequence once, none before its window, the longest of a window first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.integer({ min: 1, max: 9 }), (lengths, window) => {
      const order = startOrder(lengths, window);
      expect([...order].sort((a, b) => a - b)).toEqual([...lengths.keys()]);
      for (const [place, index] of order.entries()) {
        expect(Math.floor(place / window)).toBe(Math.floor(index / window));
        if (place % window > 0)
          expect(lengths[index]!).toBeLessThanOrEqual(lengths[order[place - 1]!]!);
      }
    }),
  );
});
