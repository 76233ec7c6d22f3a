import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auroc } from '../auroc';
import { brier } from '../brier';
import { correctOf, type Decisions } from '../decisions';
import { eceOfRows } from '../ece';
import { negativeLogLikelihood, negativeLogLikelihoodOf } from '../nll';
import { argmaxRows, probabilities } from '../probabilities';
import { createRandom } from '../random';
import { scaledConfidence } from '../scaling';
import { barycentreCorrection } from './barycentre';
import {
  applyCalibrator,
  calibratedProbabilities,
  CALIBRATOR_NAMES,
  fitCalibrator,
  type Calibrator,
} from './calibrator';
import { crossFit, splitRows } from './crossFit';
import { describeCalibrator } from './describe';

/**
 * Decisions whose true probabilities are softmax(z), told with logits `sharpness`·z: overconfident
 * above 1.
 */
function told(n: number, k: number, sharpness: number, seed: string): Decisions {
  const random = createRandom(seed);
  const logits = new Float64Array(n * k).map(() => (random() + random() + random() - 1.5) * 3);
  const p = probabilities(logits, k);
  const gold = Uint8Array.from({ length: n }, (_, row) => {
    let rest = random();
    let option = 0;
    while (option < k - 1 && (rest -= p[row * k + option]!) >= 0) option++;
    return option;
  });
  return { logits: logits.map((z) => sharpness * z), k, gold, chosen: argmaxRows(logits, k) };
}

const fitted = (name: (typeof CALIBRATOR_NAMES)[number], table: Decisions): Calibrator =>
  fitCalibrator(name, table);

test.each(CALIBRATOR_NAMES)('%s: survives JSON, describes itself, gives probabilities', (name) => {
  const table = told(400, 3, 2, name);
  const calibrator = fitted(name, table);
  const restored = JSON.parse(JSON.stringify(calibrator)) as Calibrator;
  const confidence = applyCalibrator(calibrator, table);
  expect(applyCalibrator(restored, table)).toEqual(confidence);
  expect(describeCalibrator(restored)).toMatch(
    /^.+ \((fitted on 400 decisions|needs no labels)\)$/,
  );
  const p = calibratedProbabilities(calibrator, table);
  for (const [row, c] of confidence.entries()) {
    expect(c).toBeGreaterThanOrEqual(0);
    expect(c).toBeLessThanOrEqual(1);
    expect(p[row * 3 + table.chosen[row]!]).toBeCloseTo(c, 12);
    expect(p[row * 3]! + p[row * 3 + 1]! + p[row * 3 + 2]!).toBeCloseTo(1, 12);
  }
});

test.each([
  'temperature',
  'scale',
  'platt',
  'isotonic',
  'histogram',
  'beta',
  'scaling-binning',
] as const)('%s fitted on one split repairs another', (name) => {
  const [fit, judge] = [told(3000, 3, 3, `${name} fit`), told(3000, 3, 3, `${name} judge`)];
  const correct = correctOf(judge);
  const before = scaledConfidence(judge.logits, 3, judge.chosen, 1);
  const after = applyCalibrator(fitted(name, fit), judge);
  expect(eceOfRows(before, correct)).toBeGreaterThan(0.15);
  expect(eceOfRows(after, correct)).toBeLessThan(0.06);
  expect(brier(after, correct)).toBeLessThan(brier(before, correct));
});

test('temperature and scale find the sharpness, whatever stands before them', () => {
  const table = told(20_000, 4, 2.5, 'sharp');
  for (const factor of [1, 0.4]) {
    const temperature = fitCalibrator('temperature', table, { factor });
    const scale = fitCalibrator('scale', table, { factor });
    if (temperature.name !== 'temperature' || scale.name !== 'scale') throw new Error('wrong kind');
    expect(temperature.temperature / (2.5 * factor)).toBeCloseTo(1, 1);
    expect(scale.scale).toBeCloseTo(1 / temperature.temperature, 12);
    expect(applyCalibrator(temperature, table, factor)).toEqual(
      scaledConfidence(table.logits, 4, table.chosen, factor / temperature.temperature),
    );
    const at = (f: number) => negativeLogLikelihood(table.logits, 4, table.gold, f).value;
    const best = factor * scale.scale;
    expect(at(best)).toBeLessThanOrEqual(Math.min(at(best * 1.001), at(best / 1.001)));
  }
});

test('mixing finds the share of blind guesses, and stops at its ends', () => {
  const random = createRandom('guess');
  const honest = told(20_000, 4, 1, 'honest');
  const gold = honest.gold.map((g) => (random() < 0.3 ? Math.floor(random() * 4) : g));
  const mixing = fitCalibrator('mixing', { ...honest, gold });
  const epsilon = mixing.name === 'mixing' ? mixing.epsilon : Number.NaN;
  expect(Math.abs(epsilon - 0.3)).toBeLessThan(0.03);
  const loss = negativeLogLikelihoodOf(
    calibratedProbabilities(mixing, { ...honest, gold }),
    4,
    gold,
  );
  expect(loss.value).toBeLessThan(negativeLogLikelihood(honest.logits, 4, gold).value);
  const right = { ...honest, gold: Uint8Array.from(honest.chosen) };
  const wrong = {
    ...honest,
    gold: argmaxRows(
      honest.logits.map((z) => -z),
      4,
    ),
  };
  expect(fitCalibrator('mixing', right)).toMatchObject({ epsilon: 0 });
  expect(fitCalibrator('mixing', wrong)).toMatchObject({ epsilon: 1 });
});

test('the barycentre correction undoes p = π + (1 − π)/K', () => {
  for (const k of [2, 3, 10])
    for (const pi of [0, 0.2, 0.9, 1])
      expect(barycentreCorrection(pi + (1 - pi) / k, k)).toBeCloseTo(pi, 12);
  expect(barycentreCorrection(0.1, 4)).toBe(0);
  expect(barycentreCorrection(1, 1)).toBe(1);
});

test('monotone calibrators keep the order of confidences', () => {
  const names = [
    'platt',
    'isotonic',
    'beta',
    'mixing',
    'barycentre',
    'temperature',
    'scaling-binning',
  ] as const;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.integer({ min: 30, max: 60 }),
      fc.nat(),
      (name, n, seed) => {
        const table = told(n, 2, 1.5, `${name} ${n} ${seed}`);
        let calibrator: Calibrator;
        try {
          calibrator = fitted(name, table);
        } catch {
          return;
        }
        // With a negative slope more confidence went with more errors, and Platt turns the order.
        if (calibrator.name === 'platt' && calibrator.slope < 0) return;
        if (calibrator.name === 'scaling-binning' && calibrator.platt.slope < 0) return;
        const before = scaledConfidence(table.logits, 2, table.chosen, 1);
        const after = applyCalibrator(calibrator, table);
        const order = Array.from(before.keys()).sort((a, b) => before[a]! - before[b]!);
        for (let i = 1; i < n; i++)
          expect(after[order[i]!]! - after[order[i - 1]!]!).toBeGreaterThanOrEqual(-1e-12);
      },
    ),
    { numRuns: 1000 },
  );
});

test('isotonic keeps the mean, and cannot be improved by a second fit', () => {
  const table = told(500, 2, 3, 'iso');
  const correct = correctOf(table);
  const once = applyCalibrator(fitted('isotonic', table), table);
  expect(once.reduce((a, b) => a + b)).toBeCloseTo(
    correct.reduce((a, b) => a + b),
    8,
  );
  expect(auroc(once, correct)).toBeGreaterThanOrEqual(
    auroc(scaledConfidence(table.logits, 2, table.chosen, 1), correct) - 1e-12,
  );
  expect(eceOfRows(once, correct)).toBeLessThan(1e-12);
});

test('probabilities of rows with fewer options, and of rows that give all to one', () => {
  const table: Decisions = {
    logits: Float64Array.of(0, -Infinity, -Infinity, 1, 0, -Infinity),
    k: 3,
    chosen: Uint8Array.of(0, 0),
    gold: Uint8Array.of(0, 0),
    optionCounts: Uint8Array.of(3, 2),
  };
  const platt: Calibrator = { name: 'platt', slope: 0, intercept: 0, fittedOn: 9 };
  const halves = calibratedProbabilities(platt, table);
  expect([...halves]).toEqual([0.5, 0.25, 0.25, 0.5, 0.5, 0]);
  const mixing: Calibrator = { name: 'mixing', epsilon: 1, fittedOn: 9 };
  expect(calibratedProbabilities(mixing, table)[5]).toBe(0);
  expect([...applyCalibrator(mixing, table)]).toEqual([1 / 3, 0.5]);
});

test('cross-fitting calibrates every row by a fit that never saw it', () => {
  const table = told(300, 3, 3, 'folds');
  const correct = correctOf(table);
  const crossed = crossFit('platt', table, { folds: 5, seed: 1 });
  expect(crossed).toEqual(crossFit('platt', table, { folds: 5, seed: 1 }));
  expect(brier(crossed, correct)).toBeLessThan(
    brier(scaledConfidence(table.logits, 3, table.chosen, 1), correct),
  );
  // What is fitted and judged on the same rows flatters itself; the histogram most.
  const same = applyCalibrator(fitted('histogram', table), table);
  expect(brier(same, correct)).toBeLessThan(brier(crossFit('histogram', table), correct));
  expect(() => crossFit('platt', table, { folds: 1 })).toThrow(RangeError);
  const [fit, judge] = splitRows(10, 0.3, 5);
  expect([fit.length, [...fit, ...judge].sort((a, b) => a - b)]).toEqual([
    3,
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  ]);
  expect(() => splitRows(10, 1, 0)).toThrow(RangeError);
});
