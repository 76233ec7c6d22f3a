import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from './arbitraries';
import { deferAt, thresholdAtCoverage, thresholdSteps } from './deferral';
import { accuracyAtCoverage, riskCoverage } from './riskCoverage';

test('rows at the threshold are answered', () => {
  const { answered, deferred, coverage } = deferAt(
    Float64Array.of(0.2, 0.5, 0.9),
    Uint8Array.of(1, 0, 1),
    0.5,
  );
  expect([answered.n, answered.right, deferred.n, deferred.right]).toEqual([2, 1, 1, 1]);
  expect([answered.accuracy, deferred.accuracy]).toEqual([0.5, 1]);
  expect(coverage).toBeCloseTo(2 / 3, 12);
  expect(answered.low).toBeLessThan(0.5);
});

test('no row, or none on one side, has no accuracy but an interval that knows nothing', () => {
  const none = deferAt(new Float64Array(), new Uint8Array(), 0.5);
  expect(none.coverage).toBeNaN();
  expect(none.answered).toEqual({ n: 0, right: 0, accuracy: NaN, low: 0, high: 1 });
  expect(deferAt(Float64Array.of(0.4), Uint8Array.of(1), 0.5).answered.n).toBe(0);
});

test('accuracy at a threshold is the risk–coverage point at its coverage', () => {
  fc.assert(
    fc.property(rowsOf(), fc.nat(), ({ confidence, correct }, pick) => {
      const threshold = confidence[pick % confidence.length]!;
      const { answered, coverage } = deferAt(confidence, correct, threshold);
      expect(answered.accuracy).toBeCloseTo(
        accuracyAtCoverage(riskCoverage(confidence, correct), coverage),
        12,
      );
    }),
  );
});

test('the steps are all that thresholds can do, strictest first', () => {
  fc.assert(
    fc.property(rowsOf(0), ({ confidence, correct }) => {
      const { threshold, answered, wrong } = thresholdSteps(confidence, correct);
      expect([threshold[0], answered[0], wrong[0]]).toEqual([Infinity, 0, 0]);
      expect(threshold.length).toBe(1 + new Set(confidence).size);
      for (const [i, t] of threshold.entries()) {
        const { answered: kept } = deferAt(confidence, correct, t);
        expect([answered[i], wrong[i]]).toEqual([kept.n, kept.n - kept.right]);
        if (i > 0) expect(t).toBeLessThan(threshold[i - 1]!);
      }
    }),
  );
});

test('the threshold of a coverage answers that share, or the whole tie that it cuts', () => {
  const confidence = Float64Array.of(0.9, 0.5, 0.5, 0.1);
  const steps = thresholdSteps(confidence, new Uint8Array(4));
  expect([0, 0.25, 0.3, 0.75, 1].map((share) => thresholdAtCoverage(steps, share))).toEqual([
    Infinity,
    0.9,
    0.5,
    0.5,
    0.1,
  ]);
  expect(thresholdAtCoverage(thresholdSteps(new Float64Array(), new Uint8Array()), 0.5)).toBe(0);
});
