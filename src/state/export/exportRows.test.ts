import { expect, test } from 'vitest';
import { reliability } from '../reliability';
import { DEFAULT_SETTINGS } from '../settings';
import { binRows, decisionRows } from './exportRows';
import { smallTable } from './exported.fixture';

const table = smallTable();

test('decisions: those that count, with the confidence shown and raw logits', () => {
  const shown = reliability(table, { ...DEFAULT_SETTINGS, temperature: 2 });
  const { header, rows } = decisionRows(table, shown);
  expect(header).toEqual(
    ['case', 'chosen', 'gold', 'confidence', 'correct', 'logit_A', 'logit_B', 'option_mass'], // prettier-ignore
  );
  expect(rows).toHaveLength(4);
  expect(rows[0]).toEqual(['clinic-7-0', 'A', 'A', shown.confidence[0], 1, 4, 1, 0.9]);
  expect(rows[3]).toEqual(['clinic-7-3', 'A', 'B', shown.confidence[3], 0, 3, 2.5, 0.9]);
  expect(shown.confidence[0]).toBeCloseTo(1 / (1 + Math.exp(-3 / 2)), 12);
});

test('the ECE of the bins is the one shown', () => {
  const { bins, ece, n } = reliability(table, { ...DEFAULT_SETTINGS, binning: 'equal-width' });
  const rows = binRows(bins).rows as number[][];
  const sum = rows.reduce((total, [, , count, confidence, accuracy]) => {
    return count! > 0 ? total + count! * Math.abs(accuracy! - confidence!) : total;
  }, 0);
  expect(sum / n).toBeCloseTo(ece, 12);
  expect(rows).toHaveLength(15);
});
