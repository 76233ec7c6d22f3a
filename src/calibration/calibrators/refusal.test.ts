import { expect, test } from 'vitest';
import type { Decisions } from '../decisions';
import { CALIBRATOR_NAMES, fitCalibrator, type CalibratorName } from './calibrator';
import { CalibratorFitError, type FitProblem } from './fitError';
import { fitHistogram, applyHistogram } from './histogram';
import { chosenLogOdds, logOddsOf, MAX_LOG_ODDS } from './logOdds';
import { logisticRegression } from './logisticRegression';

/** Two options; `margins` of the first one, which is always chosen; right where `gold` is 0. */
function table(margins: number[], gold: number[]): Decisions {
  return {
    logits: Float64Array.from(margins.flatMap((m) => [m, 0])),
    k: 2,
    chosen: new Uint8Array(margins.length),
    gold: Uint8Array.from(gold),
  };
}

function problemOf(name: CalibratorName, decisions: Decisions): FitProblem | null {
  try {
    fitCalibrator(name, decisions);
    return null;
  } catch (error) {
    if (!(error instanceof CalibratorFitError)) throw error;
    // What, where, what to do.
    expect(error.message).toMatch(new RegExp(`^${error.calibrator}: .+[;,] .+\\.$`));
    expect(error.calibrator).toBe(name);
    return error.problem;
  }
}

const LEARNERS = ['platt', 'isotonic', 'histogram', 'beta', 'scaling-binning'] as const;

test.each(CALIBRATOR_NAMES)('%s on nothing', (name) => {
  expect(problemOf(name, table([], []))).toBe(name === 'barycentre' ? null : 'empty');
});

test.each(LEARNERS)('%s on one class', (name) => {
  expect(problemOf(name, table([1, 2, 3], [0, 0, 0]))).toBe('one-class');
  expect(problemOf(name, table([1, 2, 3], [1, 1, 1]))).toBe('one-class');
});

test.each(['platt', 'isotonic', 'beta', 'scaling-binning'] as const)(
  '%s on separable data',
  (name) => {
    expect(problemOf(name, table([1, 2, 3, 4], [1, 1, 0, 0]))).toBe('separable');
    expect(problemOf(name, table([1, 2, 3, 4], [0, 0, 1, 1]))).toBe('separable');
    expect(problemOf(name, table([1, 2, 2, 3], [1, 1, 0, 0]))).toBe('separable');
    expect(problemOf(name, table([2, 2, 2], [1, 0, 0]))).toBe('constant');
  },
);

test.each(['temperature', 'scale'] as const)('%s where its best value is 0 or infinite', (name) => {
  expect(problemOf(name, table([1, 2, 3], [0, 0, 0]))).toBe('separable');
  expect(problemOf(name, table([1, 2, 3], [1, 1, 1]))).toBe('uninformative');
  expect(problemOf(name, table([-Infinity], [0]))).toBe('empty');
});

test('beta where confidence misleads, or where only a band of it is right', () => {
  expect(problemOf('beta', table([1, 2, 3, 4, 5, 6], [0, 0, 1, 0, 1, 1]))).toBe('uninformative');
  const band = table([-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3], [1, 1, 0, 0, 0, 0, 0, 1, 1]);
  expect(problemOf('beta', band)).not.toBeNull();
});

test('a regression without a minimum, or with two equal columns, gives null', () => {
  const correct = Uint8Array.of(0, 1, 0, 1);
  const column = Float64Array.of(1, 2, 1.5, 2.5);
  expect(logisticRegression([column, column], correct)).toBeNull();
  const ones = new Float64Array(4).fill(1);
  expect(logisticRegression([Float64Array.of(1, 3, 2, 4), ones], correct)).toBeNull();
});

test('histogram: an empty bin keeps its confidence', () => {
  const how = { bins: 4, binning: 'equal-width' as const };
  const histogram = fitHistogram(Float64Array.of(0.1, 0.2, 0.9), Uint8Array.of(0, 1, 1), how);
  expect(histogram.values).toEqual([0.5, null, null, 1]);
  expect([...applyHistogram(histogram, Float64Array.of(0, 0.25, 0.3, 0.6, 0.8, 1))]).toEqual([
    0.5, 0.5, 0.3, 0.6, 1, 1,
  ]);
});

test('log-odds come from the logits, exact where the confidence rounds to 1, and stay finite', () => {
  const three: Decisions = {
    logits: Float64Array.of(30, 0, 0, 1, -Infinity, 0, 5, -Infinity, -Infinity, -Infinity, 1, 1),
    k: 3,
    chosen: Uint8Array.of(0, 0, 0, 0),
    gold: new Uint8Array(4),
  };
  const [sharp, two, sure, never] = chosenLogOdds(three);
  expect(sharp).toBeCloseTo(30 - Math.LN2, 12);
  expect(two).toBeCloseTo(1, 12);
  expect([sure, never]).toEqual([MAX_LOG_ODDS, -MAX_LOG_ODDS]);
  expect(chosenLogOdds(three, 2)[0]).toBe(MAX_LOG_ODDS);
  const mute = { ...three, logits: new Float64Array(12).fill(-Infinity) };
  expect(chosenLogOdds(mute)[0]).toBeNaN();
  expect([...logOddsOf(Float64Array.of(0, 0.5, 1))]).toEqual([-MAX_LOG_ODDS, 0, MAX_LOG_ODDS]);
});
