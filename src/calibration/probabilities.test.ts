import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argmaxRows, logitsOf, probabilities } from './probabilities';
import { softmax } from './scaling';

test('row by row the same as softmax, and logarithms lead back', () => {
  const logit = fc.oneof(fc.constant(-Infinity), fc.double({ min: -50, max: 50, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(logit, logit, fc.double({ min: -50, max: 50, noNaN: true })), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      (rows, factor) => {
        const p = probabilities(Float64Array.from(rows.flat()), 3, factor);
        const again = probabilities(logitsOf(p), 3);
        for (const [r, row] of rows.entries())
          for (const [j, expected] of softmax(row, factor).entries()) {
            expect(p[r * 3 + j]).toBeCloseTo(expected, 10);
            expect(again[r * 3 + j]).toBeCloseTo(expected, 10);
          }
      },
    ),
    { numRuns: 1000 },
  );
});

test('a row without any option that was seen is NaN', () => {
  expect([...probabilities(Float64Array.of(-Infinity, -Infinity, 1, 1), 2)]).toEqual([
    Number.NaN,
    Number.NaN,
    0.5,
    0.5,
  ]);
});

test('the argmax of a row is its first largest option', () => {
  expect([...argmaxRows(Float64Array.of(1, 3, 3, -1, -Infinity, -2), 3)]).toEqual([1, 0]);
});
