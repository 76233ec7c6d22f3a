import { expect, test } from 'vitest';
import { quantileSorted } from './quantile';

test('linear between order statistics, ends included', () => {
  const sorted = Float64Array.of(1, 2, 4, 8);
  expect([0, 0.25, 0.5, 0.9, 1].map((q) => quantileSorted(sorted, q))).toEqual([
    1, 1.75, 3, 6.800000000000001, 8,
  ]);
  expect(quantileSorted(sorted, 7)).toBe(8);
});

test('of nothing there is no quantile; infinity at an order statistic stays itself', () => {
  expect(quantileSorted(new Float64Array(), 0.5)).toBeNaN();
  expect(quantileSorted(Float64Array.of(1, 2, Infinity), 0.5)).toBe(2);
});
