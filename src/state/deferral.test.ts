import { expect, test } from 'vitest';
import { decisionTable, type DecisionRow } from '../traces/decisionTable';
import { pairWithFallback, thresholdHalves } from './deferral';
import { reliability } from './reliability';
import { DEFAULT_SETTINGS } from './settings';

/** Case i has margin i + 1 and gold as told; `null` for a row without decision. */
function tableOf(golds: readonly (number | null)[], from = 0) {
  return decisionTable(
    { model: 'm', dtype: 'q8', backend: '' },
    't',
    ['A', 'B'],
    golds.map((gold, i): DecisionRow => {
      const found = { status: 'found', tokenIndex: 0, chosen: 0, optionMass: 1 } as const;
      return {
        caseId: `clinic-1-${from + i}`,
        decision:
          gold === null
            ? { status: 'missing', reason: 'no-decision' }
            : { ...found, logits: [(i + 1) / 100, 0] },
        gold: gold ?? 0,
        posterior: null,
      };
    }),
  );
}

test('the two halves are the shown decisions, each once', () => {
  const table = tableOf(Array.from({ length: 400 }, (_, i) => (i % 7 === 0 ? null : i % 2)));
  const shown = reliability(table, { ...DEFAULT_SETTINGS, calibrator: 'histogram' });
  const { choose, judge } = thresholdHalves(table, shown);
  expect([...choose.confidence, ...judge.confidence].sort()).toEqual([...shown.confidence].sort());
  const right = (of: Uint8Array) => of.reduce((sum, y) => sum + y, 0);
  expect(right(choose.correct) + right(judge.correct)).toBe(right(shown.correct));
  expect(choose.confidence.length).toBeGreaterThan(shown.n / 3);
});

test('cases are paired by id; those that the fallback did not decide are counted', () => {
  const table = tableOf([0, 1, 0, 0]);
  const fallback = tableOf([0, null, 1], 1);
  const shown = reliability(table, DEFAULT_SETTINGS);
  const { confidence, first, second, alone } = pairWithFallback(table, shown, fallback);
  expect([...first]).toEqual([0, 1]);
  expect([...second]).toEqual([1, 0]);
  expect(confidence[0]).toBe(shown.confidence[1]);
  expect(alone).toBe(2);
});
