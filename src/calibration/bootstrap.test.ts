import { expect, test } from 'vitest';
import { auroc } from './auroc';
import { bootstrap, drawStatistics, type Statistic } from './bootstrap';
import { brier } from './brier';
import { eceInterval, eceOfRows } from './ece';
import { pairedDifference } from './pairedDifference';
import { createRandom, type Random } from './random';

/** Mean of a column over rows. */
const meanOf =
  (values: Float64Array | Uint8Array): Statistic =>
  (rows) => {
    let sum = 0;
    for (const row of rows) sum += values[row]!;
    return sum / rows.length;
  };

/** A table of an overconfident model: right with probability c², confidence c ≥ 1/2. */
function simulated(n: number, random: Random): { confidence: Float64Array; correct: Uint8Array } {
  const confidence = new Float64Array(n).map(() => 0.5 + random() / 2);
  return { confidence, correct: Uint8Array.from(confidence, (c) => (random() < c * c ? 1 : 0)) };
}

// E[c²] and E[(c − y)²] = E[c² − 2c·c² + c²] for c uniform on [1/2, 1].
const ACCURACY = 7 / 12;
const BRIER = 2 * (7 / 12) - 2 * (15 / 32);

test.each([
  ['percentile', 1000],
  ['bca', 500],
] as const)(
  '%s: the 95 % interval of accuracy and Brier score covers between 93 and 97 % of %i simulated tables',
  (method, tables) => {
    const random = createRandom(`coverage ${method}`);
    const covered = { accuracy: 0, brier: 0 };
    const n = 300;
    for (let t = 0; t < tables; t++) {
      const { confidence, correct } = simulated(n, random);
      const squares = confidence.map((c, i) => (c - correct[i]!) ** 2);
      const options = { resamples: 400, seed: t, method };
      const [a, b] = [
        bootstrap(n, meanOf(correct), options),
        bootstrap(n, meanOf(squares), options),
      ];
      if (a.low <= ACCURACY && ACCURACY <= a.high) covered.accuracy++;
      if (b.low <= BRIER && BRIER <= b.high) covered.brier++;
    }
    for (const count of Object.values(covered)) {
      expect(count / tables).toBeGreaterThanOrEqual(0.93);
      expect(count / tables).toBeLessThanOrEqual(0.97);
    }
  },
);

/**
 * Mean excess of the ECE over the truth, and how often the 95 % interval holds the truth, over
 * simulated tables of 300 rows.
 */
function eceOver(tables: number, truth: number, right: (c: number) => number) {
  const random = createRandom('bias');
  let [bias, covered] = [0, 0];
  for (let t = 0; t < tables; t++) {
    const confidence = new Float64Array(300).map(() => 0.5 + random() / 2);
    const correct = Uint8Array.from(confidence, (c) => (random() < right(c) ? 1 : 0));
    const interval = eceInterval(confidence, correct, {}, { resamples: 200, seed: t });
    expect(interval.value).toBe(eceOfRows(confidence, correct));
    bias += (interval.value - truth) / tables;
    if (interval.low <= truth && truth <= interval.high) covered += 1 / tables;
  }
  return { bias, covered };
}

test('the ECE is biased upward: by .07 for a calibrated model, by .007 where its true value is .17', () => {
  // 15 bins of 20 rows. True ECE: 0, and E|c − c²| for c uniform on [1/2, 1].
  const calibrated = eceOver(200, 0, (c) => c);
  expect(calibrated.bias).toBeCloseTo(0.07, 2);
  expect(calibrated.covered).toBe(0);
  const overconfident = eceOver(200, 2 * (3 / 8 - 7 / 24), (c) => c * c);
  expect(overconfident.bias).toBeCloseTo(0.007, 2);
  expect(overconfident.covered).toBeLessThan(0.95);
});

test('statistics of one call see the same rows; undefined draws are counted, not hidden', () => {
  const [a, b] = drawStatistics(5, [(rows) => rows[0]!, (rows) => rows[0]!], 50, 1);
  expect([...a!]).toEqual([...b!]);
  const correct = Uint8Array.of(1, 1, 1, 0);
  const confidence = Float64Array.of(0.9, 0.8, 0.6, 0.7);
  const statistic: Statistic = (rows) =>
    auroc(
      Float64Array.from(rows, (r) => confidence[r]!),
      Uint8Array.from(rows, (r) => correct[r]!),
    );
  for (const method of ['percentile', 'bca'] as const) {
    const result = bootstrap(4, statistic, { method, seed: 2 });
    expect(result.undefinedDraws).toBeGreaterThan(200);
    expect(result.low).toBeLessThanOrEqual(result.value);
    expect(result).toMatchObject({ resamples: 1000, seed: 2, level: 0.95, method });
  }
});

test('of nothing there is no interval; of a constant it has no width', () => {
  expect(bootstrap(0, () => Number.NaN, { method: 'bca' })).toMatchObject({ low: Number.NaN });
  expect(bootstrap(3, () => 7, { method: 'bca' })).toMatchObject({ value: 7, low: 7, high: 7 });
});

test('BCa follows the skew: for the mean of skewed data it lies to the right of the percentile interval', () => {
  const random = createRandom('skew');
  const skewed = new Float64Array(60).map(() => -Math.log(1 - random()));
  const [plain, bca] = [
    bootstrap(60, meanOf(skewed), { resamples: 4000 }),
    bootstrap(60, meanOf(skewed), { resamples: 4000, method: 'bca' }),
  ];
  expect(bca.low).toBeGreaterThan(plain.low);
  expect(bca.high).toBeGreaterThan(plain.high);
});

test('a paired difference sees through what both models share', () => {
  const { confidence, correct } = simulated(400, createRandom('pairs'));
  const better = confidence.map((c) => c * c);
  const score = (c: Float64Array): Statistic =>
    meanOf(c.map((value, i) => (value - correct[i]!) ** 2));
  const difference = pairedDifference(400, score(confidence), score(better));
  expect(difference.value).toBeCloseTo(brier(confidence, correct) - brier(better, correct), 12);
  expect(difference.low).toBeGreaterThan(0);
  expect(difference.p).toBeCloseTo(2 / 1001, 12);
  const single = bootstrap(400, score(confidence));
  expect(difference.high - difference.low).toBeLessThan(single.high - single.low);
  expect(pairedDifference(400, score(better), score(better))).toMatchObject({ value: 0, p: 1 });
  expect(pairedDifference(0, meanOf(better), meanOf(better)).p).toBeNaN();
});
