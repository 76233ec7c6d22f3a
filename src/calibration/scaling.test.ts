import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logSumExp, rowConfidence, scaledConfidence, softmax } from './scaling';

const logits = fc.array(fc.double({ min: -800, max: 800, noNaN: true }), {
  minLength: 1,
  maxLength: 10,
});

test('softmax sums to 1, keeps the order and is unmoved by a shift of all logits', () => {
  fc.assert(
    fc.property(logits, fc.double({ min: 0, max: 20, noNaN: true }), (z, factor) => {
      const p = softmax(z, factor);
      expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
      const shifted = softmax(
        z.map((v) => v + 3),
        factor,
      );
      for (const [i, value] of z.entries()) {
        expect(shifted[i]).toBeCloseTo(p[i]!, 9);
        for (const [j, other] of z.entries())
          if (value > other) expect(p[i]).toBeGreaterThanOrEqual(p[j]!);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the confidence is the softmax of the chosen option', () => {
  fc.assert(
    fc.property(logits, fc.nat(9), fc.double({ min: 0, max: 20, noNaN: true }), (z, at, factor) => {
      const chosen = at % z.length;
      const [confidence] = scaledConfidence(Float64Array.from(z), z.length, [chosen], factor);
      expect(confidence).toBeCloseTo(softmax(z, factor)[chosen]!, 9);
    }),
    { numRuns: 1000 },
  );
});

test('all rows at once are each row alone, to the last bit', () => {
  const z = fc.oneof(fc.constantFrom(-Infinity, 0, 37.4, 37.5), fc.double({ min: -800, max: 800 }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(z, z, z, fc.nat(2)), { maxLength: 20 }),
      fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 20, noNaN: true })),
      (rows, factor) => {
        const logits = Float64Array.from(rows.flatMap(([a, b, c]) => [a, b, c]));
        const chosen = rows.map((row) => row[3]);
        const alone = chosen.map((at, row) => rowConfidence(logits, 3 * row, 3, at, factor));
        expect([...scaledConfidence(logits, 3, chosen, factor)]).toEqual(alone);
      },
    ),
    { numRuns: 1000 },
  );
});

test('two options give the sigmoid of the margin, also where float32 would say exactly 1', () => {
  const [high, low] = scaledConfidence(Float64Array.of(20, 0, 20, 0), 2, Uint8Array.of(0, 1), 1);
  expect(1 - high!).toBeCloseTo(2.061153618190204e-9, 15);
  expect(low).toBe(1 / (1 + Math.exp(20)));
});

test('factor 0 is uniform over the options that were seen', () => {
  expect([...scaledConfidence(Float64Array.of(5, -2, 1, 0), 4, [0], 0)]).toEqual([0.25]);
  expect([...softmax([3, -Infinity, 1], 0)]).toEqual([0.5, 0, 0.5]);
});

test('an option that was never seen has probability 0; a row without any has none', () => {
  const z = Float64Array.of(-Infinity, 2, -Infinity, -Infinity);
  expect([...scaledConfidence(z, 2, [0, 0], 3)]).toEqual([0, Number.NaN]);
  expect([...scaledConfidence(z.subarray(0, 2), 2, [1], 3)]).toEqual([1]);
  expect([...softmax([-Infinity, -Infinity])]).toEqual([Number.NaN, Number.NaN]);
  expect(logSumExp([])).toBe(-Infinity);
});

test('lengths that do not agree and a negative factor are refused', () => {
  expect(() => scaledConfidence(Float64Array.of(1, 2, 3), 2, [0], 1)).toThrow(RangeError);
  expect(() => scaledConfidence(Float64Array.of(1, 2), 2, [0], -1)).toThrow(RangeError);
});
