import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAK, leakBars, leakX } from './leakLayout';

const mass = fc.double({ min: 0, max: 1, noNaN: true });

test('every row is in one bar, and its share lies between the bar’s ends', () => {
  fc.assert(
    fc.property(fc.array(mass, { minLength: 1 }), (values) => {
      const bars = leakBars(Float64Array.from(values));
      expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(values.length);
      for (const bar of bars) {
        const inside = values.filter(
          (own) => 1 - own > bar.from * 1.001 && 1 - own < bar.to * 0.999,
        );
        expect(inside.length).toBeLessThanOrEqual(bar.count);
        expect(bar.y + bar.height).toBeCloseTo(LEAK.top + LEAK.height, 9);
      }
    }),
  );
});

test('no leak at all lies at the left end, a full one at the right', () => {
  expect(leakX(0)).toBe(LEAK.left);
  expect(leakX(1)).toBe(LEAK.left + LEAK.width);
  expect(leakBars(Float64Array.of(1))).toMatchObject([{ from: 0, count: 1, x: LEAK.left }]);
  const [bar] = leakBars(Float64Array.of(0));
  expect(bar!.to).toBe(1);
});

test('1 % outside is two decades from the right', () => {
  expect(leakX(0.01)).toBeCloseTo(LEAK.left + (LEAK.width * 4) / 6, 9);
});
