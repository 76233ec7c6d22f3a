import fc from 'fast-check';
import { expect, test } from 'vitest';
import { softmax } from '../calibration/scaling';
import { createRandom } from '../calibration/random';
import { decisionTable, type DecisionRow } from '../traces/decisionTable';
import { decisionsOfBin, reliability } from './reliability';
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
      const settings = { ...DEFAULT_SETTINGS, binning };
      const diagram = reliability(table, settings);
      const placed = diagram.bins.map((bin, index) => {
        const places = decisionsOfBin(diagram, settings, index);
        expect(places).toHaveLength(bin.count);
        const sum = places.reduce((total, i) => total + diagram.confidence[i]!, 0);
        if (bin.count > 0) expect(sum / bin.count).toBeCloseTo(bin.confidence, 12);
        return places;
      });
      expect(placed.flat().sort((a, b) => a - b)).toEqual([...diagram.correct.keys()]);
    }),
  );
});

/** ECE in bins of equal mass by the book: sort, cut evenly, keep equal confidences together. */
function plainEce(rows: { c: number; y: number }[], bins: number): number {
  rows.sort((a, b) => a.c - b.c);
  let [from, sum] = [0, 0];
  for (let part = 1; part <= bins; part++) {
    let to = part * Math.floor(rows.length / bins) + Math.min(part, rows.length % bins);
    while (to > 0 && to < rows.length && rows[to]!.c === rows[to - 1]!.c) to++;
    if (to <= from) continue;
    sum += Math.abs(rows.slice(from, to).reduce((gap, { c, y }) => gap + y - c, 0));
    from = to;
  }
  return sum / rows.length;
}

test('many decisions give the same ECE as a plain pass that sorts them, ties included', () => {
  const random = createRandom('many decisions');
  const z = () => (random() < 0.3 ? Math.round(8 * random()) : 20 * random());
  const many = Array.from({ length: 9000 }, () => {
    const logits = [z(), z(), z()];
    return [logits, random() < 0.7 ? logits.indexOf(Math.max(...logits)) : 2] as const;
  });
  const table = tableOf(many);
  for (const temperature of [0.05, 0.3, 1, 3, 40, 1e6])
    for (const bins of [1, 15, 64]) {
      const shown = reliability(table, { ...DEFAULT_SETTINGS, temperature, bins });
      const rows = many.map(([logits, gold]) => {
        const chosen = logits.indexOf(Math.max(...logits));
        return { c: softmax(logits, 1 / temperature)[chosen]!, y: chosen === gold ? 1 : 0 };
      });
      expect(Math.abs(shown.ece - plainEce(rows, bins))).toBeLessThan(1e-9);
    }
});

test('an empty table has no numbers', () => {
  const empty = reliability(tableOf([]), DEFAULT_SETTINGS);
  expect(empty.n).toBe(0);
  expect([empty.ece, empty.accuracy, empty.meanConfidence]).toEqual([NaN, NaN, NaN]);
});
