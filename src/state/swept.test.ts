import { expect, test } from 'vitest';
import { histogram } from '../calibration/histogram';
import { createRandom } from '../calibration/random';
import { decisionTable, type DecisionRow } from '../traces/decisionTable';
import { reliability } from './reliability';
import { DEFAULT_SETTINGS } from './settings';
import { isSwept, sweptReliability } from './swept';

const random = createRandom('swept');
const rows = Array.from({ length: 3000 }, (_, i): DecisionRow => {
  const logits = [6 * random() - 3, 6 * random() - 3];
  const chosen = logits[0]! > logits[1]! ? 0 : 1;
  return {
    caseId: String(i),
    decision: { status: 'found', tokenIndex: 0, chosen, logits, optionMass: 1 },
    // Some have no gold option and do not count.
    gold: i % 10 === 0 ? -1 : random() < 0.7 ? chosen : 1 - chosen,
    posterior: null,
  };
});
const TABLE = decisionTable({ model: 'm', dtype: 'd', backend: 'b' }, 't', ['A', 'B'], rows);

test.each(['equal-mass', 'equal-width'] as const)(
  'while a slider moves the diagram is that of the exact pass (%s)',
  (binning) => {
    for (const temperature of [0.1, 1, 8]) {
      const settings = { ...DEFAULT_SETTINGS, binning, temperature, scale: 1.5 };
      const [swept, exact] = [sweptReliability(TABLE, settings), reliability(TABLE, settings)];
      const { ece, meanConfidence, bins, histogram: cells, ...same } = swept;
      expect(Math.abs(ece - exact.ece)).toBeLessThan(2e-8);
      expect(Math.abs(meanConfidence - exact.meanConfidence)).toBeLessThan(2e-8);
      expect(bins.map(({ count }) => count)).toEqual(exact.bins.map(({ count }) => count));
      expect(cells).toEqual(histogram(exact.confidence));
      for (const [name, value] of Object.entries(same))
        expect(value, name).toEqual(exact[name as keyof typeof exact]);
    }
  },
);

test('few decisions, more options and calibrators are computed exactly in every frame', () => {
  const many = { labels: ['A', 'B'], usable: { length: 1e6 } } as unknown as typeof TABLE;
  expect(isSwept(many, DEFAULT_SETTINGS)).toBe(true);
  expect(isSwept(TABLE, DEFAULT_SETTINGS)).toBe(false);
  expect(isSwept({ ...many, labels: ['A', 'B', 'C'] }, DEFAULT_SETTINGS)).toBe(false);
  expect(isSwept(many, { ...DEFAULT_SETTINGS, calibrator: 'temperature' })).toBe(false);
});
