import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from './wilson';

test('textbook values: 8 of 10, none of 10, all of 10', () => {
  expect(wilson(8, 10).low).toBeCloseTo(0.4901624715, 9);
  expect(wilson(8, 10).high).toBeCloseTo(0.9433178485, 9);
  expect(wilson(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775327999, 9) as number });
  expect(wilson(10, 10)).toEqual({ low: expect.closeTo(0.7224672001, 9) as number, high: 1 });
});

test('no trial says nothing, an impossible count is refused', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  expect(() => wilson(3, 2)).toThrow(RangeError);
  expect(() => wilson(Number.NaN, 2)).toThrow(RangeError);
});

test('the interval holds the proportion, is mirrored for failures, and narrows with n', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (right, wrong) => {
      const n = right + wrong;
      const { low, high } = wilson(right, n);
      const mirror = wilson(wrong, n);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeCloseTo(1 - mirror.high, 12);
      if (n === 0) return;
      expect(low - 1e-15).toBeLessThanOrEqual(right / n);
      expect(high + 1e-15).toBeGreaterThanOrEqual(right / n);
      const wider = wilson(right, n);
      const narrower = wilson(right * 4, n * 4);
      expect(narrower.high - narrower.low).toBeLessThan(wider.high - wider.low);
    }),
    { numRuns: 1000 },
  );
});
