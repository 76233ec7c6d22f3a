import fc from 'fast-check';
import { expect, test } from 'vitest';
import { correlation } from './correlation';

const column = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 3,
  maxLength: 30,
});

test('four pairs, as the formula gives them in another program', () => {
  const x = Float64Array.of(0.1, 0.4, 0.5, 0.9);
  const y = Float64Array.of(0.2, 0.1, 0.7, 0.8);
  expect(correlation(x, y)).toBeCloseTo(0.7899983416581143, 9);
});

test('a straight line correlates fully, whichever way it runs', () => {
  fc.assert(
    fc.property(column, fc.double({ min: 0.5, max: 3, noNaN: true }), (values, slope) => {
      const x = Float64Array.from(values, (value) => Math.round(value * 100));
      fc.pre(new Set(x).size > 1);
      expect(
        correlation(
          x,
          x.map((value) => 5 - slope * value),
        ),
      ).toBeCloseTo(-1, 9);
      expect(
        correlation(
          x,
          x.map((value) => slope * value),
        ),
      ).toBeCloseTo(1, 9);
    }),
  );
});

test('it stays within its bounds and does not mind which comes first', () => {
  fc.assert(
    fc.property(column, column, (a, b) => {
      const n = Math.min(a.length, b.length);
      const [x, y] = [Float64Array.from(a.slice(0, n)), Float64Array.from(b.slice(0, n))];
      const r = correlation(x, y);
      expect(Number.isNaN(r) || (r >= -1 && r <= 1)).toBe(true);
      expect(correlation(y, x)).toEqual(r);
    }),
  );
});

test('what does not vary correlates with nothing', () => {
  expect(correlation(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 3))).toBeNaN();
  expect(correlation(Float64Array.of(1), Float64Array.of(1))).toBeNaN();
  expect(() => correlation(Float64Array.of(1, 2), Float64Array.of(1))).toThrow(RangeError);
});
