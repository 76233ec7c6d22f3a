import { expect, test } from 'vitest';
import { normalCdf, normalQuantile } from './normal';

test('table values', () => {
  expect(normalCdf(0)).toBe(0.5);
  expect(normalCdf(1)).toBeCloseTo(0.8413447460685429, 14);
  expect(normalCdf(-2.5)).toBeCloseTo(0.006209665325776132, 15);
  expect([normalCdf(-9), normalCdf(9)]).toEqual([0, 1]);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});

test('quantile and distribution function undo each other', () => {
  for (let p = 0.001; p < 1; p += 0.001) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
});
