import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './arbitraries';
import { accuracyAtCoverage, aurc, excessAurc, riskCoverage } from './riskCoverage';

test('without ties the risk is that of the most confident rows', () => {
  const curve = riskCoverage(Float64Array.of(0.2, 0.9, 0.5), Uint8Array.of(1, 1, 0));
  expect([...curve.risk]).toEqual([0, 1 / 2, 1 / 3]);
  expect(aurc(curve)).toBeCloseTo(5 / 18, 12);
  expect(aurc(curve, 'trapezoid')).toBeCloseTo((1 / 4 + 5 / 12) / 2, 12);
  expect(accuracyAtCoverage(curve, 1)).toBeCloseTo(2 / 3, 12);
  expect(accuracyAtCoverage(curve, 0.5)).toBe(0.5);
  expect(accuracyAtCoverage(curve, 0.01)).toBe(1);
});

test('a tie stands for the mean over its orders', () => {
  const curve = riskCoverage(Float64Array.of(0.7, 0.7), Uint8Array.of(1, 0));
  expect([...curve.risk]).toEqual([0.5, 0.5]);
});

test('a perfect ranking has no excess, and no ranking has less', () => {
  fc.assert(
    fc.property(rowsOf(), ({ confidence, correct }) => {
      expect(excessAurc(riskCoverage(confidence, correct))).toBeGreaterThanOrEqual(-1e-12);
      const perfect = Float64Array.from(correct);
      expect(excessAurc(riskCoverage(perfect, correct))).toBeCloseTo(0, 12);
      expect(riskCoverage(confidence, correct).risk.at(-1)).toBeCloseTo(
        1 - correct.reduce((a, b) => a + b) / correct.length,
        12,
      );
    }),
    { numRuns: 1000 },
  );
});

test('coverage 7 % of 100 rows are 7 rows; a coverage outside (0, 1] is refused', () => {
  const correct = new Uint8Array(100).fill(1, 0, 7);
  const curve = riskCoverage(Float64Array.from(correct), correct);
  expect(accuracyAtCoverage(curve, 0.07)).toBe(1);
  for (const coverage of [0, -1, 1.1, Number.NaN])
    expect(() => accuracyAtCoverage(curve, coverage)).toThrow(RangeError);
  const none = riskCoverage(new Float64Array(), new Uint8Array());
  expect([accuracyAtCoverage(none, 1), excessAurc(none), aurc(none, 'trapezoid')]).toEqual([
    Number.NaN,
    Number.NaN,
    Number.NaN,
  ]);
});
