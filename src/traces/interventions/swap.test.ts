import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Decision, FoundDecision } from '../decision';
import {
  confidenceCell,
  confidenceMatrix,
  CONFIDENCE_CELLS,
  decisionConfidence,
  summariseSwaps,
  swappedPrefix,
  type Swap,
} from './swap';

const found = (chosen: number, logits: readonly number[]): FoundDecision => ({
  status: 'found',
  tokenIndex: 0,
  chosen,
  logits,
  optionMass: 1,
});
const missing: Decision = { status: 'missing', reason: 'not-an-option' };
const swap = (after: Decision, before = found(0, [10, 0])): Swap => ({
  caseId: 'x',
  target: 1,
  before,
  after,
});

test('the decision comes right after the statement', () => {
  expect(swappedPrefix('<think>\nSo B.\n</think>')).toBe('<think>\nSo B.\n</think>\nAnswer:');
});

test('a flip is a decision for the target; what decides nothing did not flip', () => {
  const swaps = [swap(found(1, [0, 3])), swap(found(0, [3, 0])), swap(missing)];
  const summary = summariseSwaps(swaps, 1);
  expect(summary).toMatchObject({ n: 3, flips: 1, rate: 1 / 3 });
  expect(summary.interval.low).toBeLessThan(1 / 3);
  expect(summary.medianAfter).toBeCloseTo(1 / (1 + Math.exp(-3)), 12);
  expect(summariseSwaps([], 1)).toMatchObject({ n: 0, rate: NaN, medianAfter: NaN });
});

test('confidence follows α/T, and has no value without a decision', () => {
  expect(decisionConfidence(found(1, [0, 4]), 0.5)).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  expect(decisionConfidence(missing, 1)).toBeNaN();
});

test('every decided swap is in one cell of the matrix', () => {
  const logit = fc.double({ min: -20, max: 20, noNaN: true });
  const decision = fc.tuple(fc.nat(1), logit, logit).map(([chosen, a, b]) => found(chosen, [a, b]));
  const swaps = fc.array(fc.tuple(decision, fc.oneof(decision, fc.constant(missing))));
  fc.assert(
    fc.property(swaps, fc.double({ min: 0.01, max: 5, noNaN: true }), (pairs, factor) => {
      const all = pairs.map(([before, after]) => swap(after, before));
      const total = confidenceMatrix(all, factor)
        .flat()
        .reduce((sum, count) => sum + count, 0);
      expect(total).toBe(all.filter(({ after }) => after.status === 'found').length);
    }),
  );
});

test('a bound belongs to the cell below it', () => {
  expect([0, 0.5, 0.6, 0.99, 0.995, 1].map(confidenceCell)).toEqual([0, 0, 1, 2, 3, 4]);
  expect(CONFIDENCE_CELLS.at(-1)).toBe(1);
});
