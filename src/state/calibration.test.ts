import { expect, test } from 'vitest';
import { CALIBRATOR_NAMES } from '../calibration/calibrators/calibrator';
import { createRandom, randomWeighted } from '../calibration/random';
import { softmax } from '../calibration/scaling';
import { decisionTable, type DecisionRow, type DecisionTable } from '../traces/decisionTable';
import { fitTable } from './calibration';
import { reliability } from './reliability';
import { DEFAULT_SETTINGS } from './settings';

/** `n` greedy decisions among three options whose logits are `sharpness` times too large. */
function tableOf(n: number, sharpness = 4): DecisionTable {
  const random = createRandom('table');
  const rows = Array.from({ length: n }, (_, i): DecisionRow => {
    const honest = [0, 1, 2].map(() => 3 * random());
    const logits = honest.map((z) => sharpness * z);
    const chosen = logits.indexOf(Math.max(...logits));
    const decision = { status: 'found', tokenIndex: 0, chosen, logits, optionMass: 1 } as const;
    return {
      caseId: `clinic-1-${i}`,
      decision,
      gold: randomWeighted(random, [...softmax(honest)]),
      posterior: null,
    };
  });
  return decisionTable({ model: 'm', dtype: 'fp32', backend: '' }, 't', ['A', 'B', 'C'], rows);
}
const TABLE = tableOf(3000);

test.each(CALIBRATOR_NAMES.filter((name) => name !== 'barycentre'))(
  '%s learns from one half and is judged on the other',
  (calibrator) => {
    const { calibration, n, rows, ece, accuracy } = reliability(TABLE, {
      ...DEFAULT_SETTINGS,
      calibrator,
    });
    if (calibration?.status !== 'fitted') throw new Error('not fitted');
    expect(calibration.calibrator.fittedOn + n).toBe(3000);
    expect(rows).toHaveLength(n);
    expect(calibration.before.n).toBe(n);
    expect(calibration.before.accuracy).toBe(accuracy);
    expect(ece).toBeLessThan(calibration.before.ece / 2);
    expect(calibration.description).toContain(`fitted on ${3000 - n} decisions`);
  },
);

test('the barycentre correction needs no labels, so every row is judged', () => {
  const { n, calibration, meanConfidence } = reliability(TABLE, {
    ...DEFAULT_SETTINGS,
    calibrator: 'barycentre',
  });
  expect(n).toBe(3000);
  if (calibration?.status !== 'fitted') throw new Error('not fitted');
  expect(meanConfidence).toBeCloseTo((3 * calibration.before.meanConfidence - 1) / 2, 2);
});

test('before is the diagram of the judged rows without a calibrator', () => {
  const settings = { ...DEFAULT_SETTINGS, temperature: 2 };
  const plain = reliability(TABLE, settings);
  const { rows, calibration } = reliability(TABLE, { ...settings, calibrator: 'platt' });
  if (calibration?.status !== 'fitted') throw new Error('not fitted');
  for (const [i, row] of rows.entries()) {
    expect(calibration.before.confidence[i]).toBe(plain.confidence[row]);
    expect(calibration.before.correct[i]).toBe(plain.correct[row]);
  }
});

test('a fitted temperature takes back the sliders, and is fitted once', () => {
  const at = (temperature: number) =>
    reliability(TABLE, { ...DEFAULT_SETTINGS, temperature, calibrator: 'temperature' });
  const [plain, hot] = [at(1), at(3)];
  for (const [i, c] of plain.confidence.entries()) expect(hot.confidence[i]).toBeCloseTo(c, 10);
  const fit = fitTable(TABLE, 'temperature', 1 / 3);
  if ('problem' in fit || fit.calibrator.name !== 'temperature') throw new Error('not fitted');
  expect(fit.calibrator.temperature).toBeCloseTo(4 / 3, 0);
});

test('a fit is kept, and many factors do not pile up', () => {
  const first = fitTable(TABLE, 'isotonic', 1);
  expect(fitTable(TABLE, 'isotonic', 1)).toBe(first);
  const second = fitTable(TABLE, 'isotonic', 2);
  for (let i = 3; i < 60; i++) fitTable(TABLE, 'isotonic', i);
  const again = fitTable(TABLE, 'isotonic', 2);
  expect(again).not.toBe(second);
  expect(again).toEqual(second);
  expect(fitTable(TABLE, 'isotonic', 2)).toBe(again);
});

test('what cannot be fitted is a sentence, and the numbers are those without a calibrator', () => {
  const certain = tableOf(40, 1e4);
  const right = decisionTable(
    certain.provenance,
    't',
    certain.labels,
    [...certain.usable].map((row) => ({
      caseId: certain.caseIds[row]!,
      decision: {
        status: 'found',
        tokenIndex: 0,
        chosen: certain.chosen[row]!,
        logits: [...certain.logits.subarray(3 * row, 3 * row + 3)],
        optionMass: 1,
      },
      gold: certain.chosen[row]!,
      posterior: null,
    })),
  );
  const plain = reliability(right, DEFAULT_SETTINGS);
  for (const [calibrator, problem] of [
    ['platt', 'one-class'],
    ['temperature', 'separable'],
  ] as const)
    for (const temperature of [1, 2]) {
      const { calibration, ...numbers } = reliability(right, {
        ...DEFAULT_SETTINGS,
        temperature,
        calibrator,
      });
      expect(calibration).toMatchObject({ status: 'failed', name: calibrator, problem });
      if (calibration?.status === 'failed') expect(calibration.message).not.toMatch(/^\w+: /);
      expect([numbers.n, numbers.accuracy]).toEqual([plain.n, plain.accuracy]);
    }
  const one = reliability(tableOf(1), { ...DEFAULT_SETTINGS, calibrator: 'mixing' });
  expect(one.calibration).toMatchObject({ status: 'failed', problem: 'empty' });
});
