import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adaptiveCalibrationError } from './ace';
import { brier, brierMulticlass } from './brier';
import { classwiseEce } from './classwise';
import { MAX_ROW_NLL, negativeLogLikelihood, negativeLogLikelihoodOf } from './nll';
import { bayesCeiling, posteriorDistance } from './posterior';
import { logitsOf, probabilities } from './probabilities';
import { createRandom, randomWeighted } from './random';

const tables = fc
  .integer({ min: 2, max: 5 })
  .chain((k) =>
    fc.array(
      fc.tuple(
        fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: k, maxLength: k }),
        fc.nat(k - 1),
      ),
      { minLength: 1, maxLength: 20 },
    ),
  )
  .map((rows) => ({
    k: rows[0]![0].length,
    logits: Float64Array.from(rows.flatMap(([z]) => z)),
    gold: Uint8Array.from(rows, ([, g]) => g),
  }));

test('both forms of NLL agree, grow with surprise, and are never negative', () => {
  fc.assert(
    fc.property(tables, ({ k, logits, gold }) => {
      const [a, b] = [
        negativeLogLikelihood(logits, k, gold),
        negativeLogLikelihoodOf(probabilities(logits, k), k, gold),
      ];
      expect(a.value).toBeCloseTo(b.value, 6);
      expect(a.value).toBeGreaterThanOrEqual(-1e-12);
      expect(negativeLogLikelihood(logits, k, gold, 0).value).toBeCloseTo(Math.log(k), 12);
    }),
    { numRuns: 1000 },
  );
});

test('what is clipped is counted', () => {
  const logits = Float64Array.of(-Infinity, 0, 0, 100, 1, 1);
  const gold = Uint8Array.of(0, 0, 0);
  const expected = { value: (2 * MAX_ROW_NLL + Math.log(2)) / 3, clipped: 2 };
  expect(negativeLogLikelihood(logits, 2, gold)).toEqual(expected);
  const both = negativeLogLikelihoodOf(probabilities(logits, 2), 2, gold);
  expect(both.clipped).toBe(2);
  expect(both.value).toBeCloseTo(expected.value, 12);
});

test('two options: the multiclass Brier score is twice the binary one', () => {
  const p = Float64Array.of(0.9, 0.1, 0.3, 0.7);
  const twice = 2 * brier(Float64Array.of(0.9, 0.7), Uint8Array.of(1, 0));
  expect(brierMulticlass(p, 2, Uint8Array.of(0, 0))).toBeCloseTo(twice, 12);
});

test('classwise errors lie in [0, 1], and forecasting the base rates has none', () => {
  fc.assert(
    fc.property(tables, ({ k, logits, gold }) => {
      const { mean, perOption } = classwiseEce(probabilities(logits, k), k, gold);
      for (const value of [
        mean,
        ...perOption,
        adaptiveCalibrationError(probabilities(logits, k), k, gold),
      ]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      const rates = Float64Array.from(
        { length: k },
        (_, j) => gold.filter((g) => g === j).length / gold.length,
      );
      const base = Float64Array.from({ length: gold.length * k }, (_, i) => rates[i % k]!);
      expect(classwiseEce(base, k, gold).mean).toBeCloseTo(0, 12);
      expect(adaptiveCalibrationError(base, k, gold)).toBeCloseTo(0, 12);
    }),
    { numRuns: 1000 },
  );
});

test('distance to the posterior: 0 from itself, positive from anything else, finite at 0', () => {
  fc.assert(
    fc.property(tables, tables, (a, b) => {
      const [p, q] = [probabilities(a.logits, a.k), probabilities(b.logits, b.k)];
      expect(posteriorDistance(p, p, a.k)).toMatchObject({ absolute: 0, clipped: 0 });
      expect(posteriorDistance(p, p, a.k).kl).toBeCloseTo(0, 12);
      if (p.length !== q.length || a.k !== b.k) return;
      expect(posteriorDistance(p, q, a.k).kl).toBeGreaterThanOrEqual(-1e-12);
      expect(posteriorDistance(p, q, a.k).absolute).toBeLessThanOrEqual(2 / a.k + 1e-12);
    }),
    { numRuns: 1000 },
  );
  const sure = posteriorDistance(Float64Array.of(1, 0), Float64Array.of(0, 1), 2);
  expect(sure).toMatchObject({ absolute: 1, clipped: 1 });
  expect(sure.kl).toBeCloseTo(1022 * Math.LN2, 9);
  expect(() => posteriorDistance(Float64Array.of(1), Float64Array.of(1, 0), 2)).toThrow(RangeError);
});

test('the Bayes ceiling of golds drawn from the posterior is calibrated, and its accuracy as expected', () => {
  const random = createRandom('bayes');
  const n = 4000;
  const posterior = probabilities(
    new Float64Array(n * 3).map(() => (random() - 0.5) * 4),
    3,
  );
  const gold = Uint8Array.from({ length: n }, (_, row) =>
    randomWeighted(random, [...posterior.subarray(row * 3, row * 3 + 3)]),
  );
  const { accuracy, expectedAccuracy, ece } = bayesCeiling(posterior, 3, gold);
  expect(Math.abs(accuracy - expectedAccuracy)).toBeLessThan(0.025);
  expect(ece).toBeLessThan(0.04);
  expect(logitsOf(posterior)[0]).toBe(Math.log(posterior[0]!));
});
