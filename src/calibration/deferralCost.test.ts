import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './arbitraries';
import { calibratedThreshold, costAt, costCurve } from './deferralCost';
import { createRandom } from './random';

const costs = fc.record({
  error: fc.double({ min: 0, max: 20, noNaN: true }),
  deferral: fc.double({ min: 0, max: 20, noNaN: true }),
});

test('errors and deferrals add up', () => {
  const rows = [Float64Array.of(0.2, 0.6, 0.9, 0.9), Uint8Array.of(1, 0, 1, 0)] as const;
  const { value, low, high, n } = costAt(...rows, 0.5, { error: 5, deferral: 1 });
  expect([value, n]).toEqual([11 / 4, 4]);
  // Costs 1, 5, 0, 5 have standard deviation √(83/12).
  const half = 1.959963984540054 * Math.sqrt(83 / 12 / 4);
  expect(high).toBeCloseTo(value + half, 12);
  expect(low).toBeCloseTo(value - half, 12);
  const never = costAt(Float64Array.of(0.9, 0.9), Uint8Array.of(1, 0), 0, {
    error: 1,
    deferral: 0,
  });
  expect(never.low).toBe(0);
});

test('the curve is the cost at each of its thresholds, and no threshold is cheaper than the best', () => {
  fc.assert(
    fc.property(rowsOf(), costs, fc.double({ min: 0, max: 1, noNaN: true }), (rows, c, t) => {
      const { confidence, correct } = rows;
      const { threshold, cost, best } = costCurve(confidence, correct, c);
      for (const [i, at] of threshold.entries())
        expect(costAt(confidence, correct, at, c).value).toBeCloseTo(cost[i]!, 12);
      expect(costAt(confidence, correct, t, c).value).toBeGreaterThanOrEqual(cost[best]! - 1e-9);
    }),
  );
});

test('with calibrated confidence the best threshold is 1 − deferral/error', () => {
  const random = createRandom('costs');
  const confidence = Float64Array.from({ length: 60_000 }, random);
  const correct = Uint8Array.from(confidence, (c) => (random() < c ? 1 : 0));
  const c = { error: 4, deferral: 1 };
  const { threshold, best, cost } = costCurve(confidence, correct, c);
  expect(calibratedThreshold(c)).toBe(0.75);
  expect(threshold[best]).toBeCloseTo(0.75, 1);
  expect(costAt(confidence, correct, 0.75, c).value - cost[best]!).toBeLessThan(0.005);
});

test('a deferral dearer than an error is never worth it', () => {
  expect(calibratedThreshold({ error: 1, deferral: 2 })).toBe(0);
  expect(calibratedThreshold({ error: 0, deferral: 0 })).toBe(0);
});

test('no row costs nothing that is known', () => {
  const { value, n } = costAt(new Float64Array(), new Uint8Array(), 0.5, { error: 1, deferral: 1 });
  expect([value, n]).toEqual([NaN, 0]);
});
