import { expect, test } from 'vitest';
import { decisionTable, type DecisionTable } from '../traces/decisionTable';
import { dealHalves, FIT_MOST } from './halves';

function tableOf(n: number): DecisionTable {
  const decision = {
    status: 'found',
    tokenIndex: 0,
    chosen: 0,
    logits: [1, 0],
    optionMass: 1,
  } as const;
  return decisionTable(
    { model: 'm', dtype: 'fp32', backend: '' },
    't',
    ['A', 'B'],
    Array.from({ length: n }, (_, i) => ({
      caseId: `clinic-7-${i}`,
      decision,
      gold: i % 2,
      posterior: null,
    })),
  );
}

test('every row is in one part, about half of them in each', () => {
  const table = tableOf(4000);
  const { learn, judge } = dealHalves(table, table.usable, 'calibrator');
  expect([...learn, ...judge].sort((a, b) => a - b)).toEqual([...table.usable]);
  // Five standard deviations of a fair deal.
  expect(Math.abs(learn.length - 2000)).toBeLessThan(5 * Math.sqrt(1000));
});

test('a case stays in its part while a run grows', () => {
  const [few, many] = [tableOf(300), tableOf(2000)];
  const first = dealHalves(few, few.usable, 'calibrator').learn;
  const later = dealHalves(many, many.usable, 'calibrator').learn;
  expect([...later].filter((row) => row < 300)).toEqual([...first]);
});

test('two purposes deal independently of each other', () => {
  const table = tableOf(4000);
  const one = new Set(dealHalves(table, table.usable, 'calibrator').learn);
  const other = dealHalves(table, table.usable, 'defer').learn;
  const both = other.filter((row) => one.has(row)).length;
  expect(Math.abs(both - 1000)).toBeLessThan(5 * Math.sqrt(4000 * 0.25 * 0.75));
});

test('a large table learns from no more than a fit needs', () => {
  const table = tableOf(60_000);
  const { learn, judge } = dealHalves(table, table.usable, 'calibrator');
  expect(Math.abs(learn.length - FIT_MOST)).toBeLessThan(500);
  expect(learn.length + judge.length).toBe(60_000);
});
