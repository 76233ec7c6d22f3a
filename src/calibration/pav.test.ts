import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poolAdjacentViolators, poolTies } from './pav';

const sequence = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 5 })))
  .map((pairs) => ({
    y: Float64Array.from(pairs, (p) => p[0]),
    weight: Float64Array.from(pairs, (p) => p[1]),
  }));

const mean = (y: Float64Array, weight: Float64Array): number =>
  y.reduce((sum, value, i) => sum + value * weight[i]!, 0);

test('the result never falls, keeps the mean, and is a fixed point', () => {
  fc.assert(
    fc.property(sequence, ({ y, weight }) => {
      const fitted = poolAdjacentViolators(y, weight);
      for (let i = 1; i < fitted.length; i++)
        expect(fitted[i]).toBeGreaterThanOrEqual(fitted[i - 1]!);
      expect(mean(fitted, weight)).toBeCloseTo(mean(y, weight), 10);
      expect([...poolAdjacentViolators(fitted, weight)]).toEqual([...fitted]);
    }),
    { numRuns: 1000 },
  );
});

test('it is the closest non-decreasing sequence: no other one beats its squares', () => {
  const other = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: 30,
    maxLength: 30,
  });
  fc.assert(
    fc.property(sequence, other, ({ y, weight }, values) => {
      const rival = Float64Array.from(values.slice(0, y.length)).sort();
      fc.pre(rival.length === y.length);
      const cost = (z: Float64Array) =>
        y.reduce((sum, v, i) => sum + weight[i]! * (v - z[i]!) ** 2, 0);
      expect(cost(poolAdjacentViolators(y, weight))).toBeLessThanOrEqual(cost(rival) + 1e-12);
    }),
    { numRuns: 1000 },
  );
});

test('ties pool to their mean', () => {
  const { x, y, weight } = poolTies(Float64Array.of(1, 1, 2), [0, 1, 1]);
  expect([[...x], [...y], [...weight]]).toEqual([
    [1, 2],
    [0.5, 1],
    [2, 1],
  ]);
});
