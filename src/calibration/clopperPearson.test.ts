import { expect, test } from 'vitest';
import { clopperPearson } from './clopperPearson';
import { incompleteBeta, logGamma } from './incompleteBeta';
import { wilson } from './wilson';

test('textbook values, closed forms at the ends', () => {
  expect(clopperPearson(8, 10).low).toBeCloseTo(0.4439045377, 9);
  expect(clopperPearson(8, 10).high).toBeCloseTo(0.9747892736, 9);
  expect(clopperPearson(0, 10)).toEqual({
    low: 0,
    high: expect.closeTo(1 - 0.025 ** 0.1, 12) as number,
  });
  expect(clopperPearson(10, 10, 0.9).low).toBeCloseTo(0.05 ** 0.1, 12);
});

test('no trial says nothing, an impossible count is refused', () => {
  expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 });
  expect(() => clopperPearson(-1, 2)).toThrow(RangeError);
});

test('it covers at least its level, exactly computed; Wilson covers it on average', () => {
  const n = 25;
  const logChoose = (k: number) => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  let [steps, wilsonTotal] = [0, 0];
  for (let p = 0.01; p < 1; p += 0.01, steps++) {
    let exact = 0;
    for (let k = 0; k <= n; k++) {
      const mass = Math.exp(logChoose(k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
      const [cp, w] = [clopperPearson(k, n), wilson(k, n)];
      if (cp.low <= p && p <= cp.high) exact += mass;
      if (w.low <= p && p <= w.high) wilsonTotal += mass;
    }
    expect(exact).toBeGreaterThanOrEqual(0.95);
  }
  expect(wilsonTotal / steps).toBeGreaterThan(0.94);
  expect(wilsonTotal / steps).toBeLessThan(0.97);
});

test('the incomplete beta function at its ends and for whole parameters', () => {
  expect([incompleteBeta(-1, 2, 3), incompleteBeta(2, 2, 3)]).toEqual([0, 1]);
  expect(incompleteBeta(0.3, 2, 1)).toBeCloseTo(0.09, 14);
  expect(incompleteBeta(0.9, 1, 2)).toBeCloseTo(0.99, 14);
});
