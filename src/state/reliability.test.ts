import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisionTable, type DecisionRow } from '../traces/decisionTable';
import { reliability } from './reliability';
import { DEFAULT_SETTINGS } from './settings';

const PROVENANCE = { model: 'm', dtype: 'fp32', backend: 'wasm' };
const LABELS = ['A', 'B', 'C'];
const logit = fc.double({ min: -15, max: 15, noNaN: true });
const row = fc.tuple(fc.tuple(logit, logit, logit), fc.nat(2));
const tableOf = (rows: (readonly [readonly number[], number])[]) =>
  decisionTable(
    PROVENANCE,
    't',
    LABELS,
    rows.map(([logits, gold], i): DecisionRow => {
      const chosen = logits.indexOf(Math.max(...logits));
      const decision = { status: 'found', tokenIndex: 0, chosen, logits, optionMass: 1 } as const;
      return { caseId: String(i), decision, gold, posterior: null };
    }),
  );
const tables = fc.array(row, { minLength: 1, maxLength: 60 }).map(tableOf);
const factors = fc.double({ min: 0.05, max: 50, noNaN: true });

test('T → ∞ and α → 0 bring mean confidence to 1/K', () => {
  fc.assert(
    fc.property(tables, (table) => {
      for (const change of [{ temperature: 1e6 }, { scale: 1e-3, temperature: 1e4 }])
        expect(reliability(table, { ...DEFAULT_SETTINGS, ...change }).meanConfidence).toBeCloseTo(
          1 / 3,
          4,
        );
    }),
  );
});

test('α = T cancels T: effective decision logits are α·z/T', () => {
  fc.assert(
    fc.property(tables, factors, (table, factor) => {
      const plain = reliability(table, DEFAULT_SETTINGS);
      const both = reliability(table, { ...DEFAULT_SETTINGS, temperature: factor, scale: factor });
      expect(both.meanConfidence).toBeCloseTo(plain.meanConfidence, 12);
      expect(both.ece).toBeCloseTo(plain.ece, 9);
    }),
  );
});

test('accuracy never moves with either', () => {
  fc.assert(
    fc.property(tables, factors, factors, (table, temperature, scale) => {
      const moved = reliability(table, { ...DEFAULT_SETTINGS, temperature, scale });
      expect(moved.accuracy).toBe(reliability(table, DEFAULT_SETTINGS).accuracy);
    }),
  );
});

test('every usable row is counted in the bin it is listed in', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom('equal-mass', 'equal-width'), (table, binning) => {
      const { bins, binOfRow, n } = reliability(table, { ...DEFAULT_SETTINGS, binning });
      const counts = bins.map(() => 0);
      for (const bin of binOfRow) counts[bin]!++;
      expect(counts).toEqual(bins.map((bin) => bin.count));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(n);
    }),
  );
});

test('an empty table has no numbers', () => {
  const empty = reliability(tableOf([]), DEFAULT_SETTINGS);
  expect(empty.n).toBe(0);
  expect([empty.ece, empty.accuracy, empty.meanConfidence]).toEqual([NaN, NaN, NaN]);
});
