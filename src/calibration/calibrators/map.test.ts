import { expect, test } from 'vitest';
import { applyCalibrator, type Calibrator } from './calibrator';
import { calibratorMap } from './map';

const PLATT: Calibrator = { name: 'platt', slope: 0.5, intercept: -0.2, fittedOn: 10 };

test.each([
  [2, 1],
  [4, 1],
  [4, 0.2],
  [3, 1000],
])('the map of %i options at factor %f runs from chance to certainty', (k, factor) => {
  const { before, after } = calibratorMap(PLATT, k, factor, 33);
  expect(before[0]).toBeCloseTo(1 / k, 9);
  expect(before.at(-1)).toBeCloseTo(1, 12);
  for (let i = 1; i < before.length; i++) {
    expect(before[i]).toBeGreaterThan(before[i - 1]!);
    expect(after[i]).toBeGreaterThan(after[i - 1]!);
  }
});

test('it is what the calibrator does to a row of that confidence', () => {
  const { before, after } = calibratorMap(PLATT, 2, 2);
  for (const i of [3, 20, 50]) {
    const logits = Float64Array.of(Math.log(before[i]! / (1 - before[i]!)) / 2, 0);
    const row = { logits, k: 2, chosen: Uint8Array.of(0), gold: Uint8Array.of(0) };
    expect(applyCalibrator(PLATT, row, 2)[0]).toBeCloseTo(after[i]!, 9);
  }
});

test('no change is the diagonal; the barycentre correction takes chance to 0', () => {
  const one = calibratorMap({ name: 'temperature', temperature: 1, fittedOn: 1 }, 4, 3);
  for (const [i, c] of one.before.entries()) expect(one.after[i]).toBeCloseTo(c, 12);
  const { before, after } = calibratorMap({ name: 'barycentre', fittedOn: 0 }, 4);
  expect(after[0]).toBeCloseTo(0, 12);
  for (const [i, c] of before.entries()) expect(after[i]).toBeCloseTo((4 * c - 1) / 3, 12);
});
