import { expect, test } from 'vitest';
import { decisionTable, usableBounds, usableColumns, type DecisionRow } from './decisionTable';

const PROVENANCE = { model: 'base', dtype: 'fp32', backend: 'wasm' };
const found = (chosen: number, logits: number[]): DecisionRow['decision'] => ({
  status: 'found',
  tokenIndex: 3,
  chosen,
  logits,
  optionMass: 0.9,
});

test('rows without a decision or without gold stay visible and out of the numbers', () => {
  const table = decisionTable(
    PROVENANCE,
    'moderation',
    ['A', 'B'],
    [
      { caseId: 'a', decision: found(1, [0, 2]), gold: 1, posterior: [0.2, 0.8] },
      { caseId: 'b', decision: { status: 'missing', reason: 'cut-off' }, gold: 0, posterior: null },
      { caseId: 'c', decision: found(0, [3, 1]), gold: -1, posterior: null },
      { caseId: 'd', decision: found(0, [3, 1]), gold: 1, posterior: null },
    ],
  );
  expect(table.missing).toEqual({ 'cut-off': 1 });
  expect([...table.usable]).toEqual([0, 3]);
  expect([...table.chosen]).toEqual([1, -1, 0, 0]);
  expect(table.optionMass[1]).toBeNaN();
  const columns = usableColumns(table);
  expect([...columns.logits]).toEqual([0, 2, 3, 1]);
  expect([...columns.correct]).toEqual([1, 0]);
});

test('a row with other options than its table is refused by name', () => {
  const row = { caseId: 'x', decision: found(0, [1, 2, 3]), gold: 0, posterior: null };
  expect(() => decisionTable(PROVENANCE, 't', ['A', 'B'], [row])).toThrow(
    /case x has 3 option logits/,
  );
  expect(() => decisionTable(PROVENANCE, 't', ['A', 'B'], [{ ...row, gold: 2 }])).toThrow(
    RangeError,
  );
});

test('bounds are a column only where a row has some, and go with the usable rows', () => {
  const rows: DecisionRow[] = [
    { caseId: 'a', decision: found(1, [0, 2]), gold: -1, posterior: null },
    {
      caseId: 'b',
      decision: { ...found(0, [0, -Infinity]), bounds: [NaN, -3] } as DecisionRow['decision'],
      gold: 0,
      posterior: null,
    },
  ];
  const table = decisionTable(PROVENANCE, 't', ['A', 'B'], rows);
  expect(table.bound).toEqual(Float64Array.of(NaN, NaN, NaN, -3));
  expect(usableBounds(table)).toEqual(Float64Array.of(NaN, -3));
  const exact = decisionTable(PROVENANCE, 't', ['A', 'B'], rows.slice(0, 1));
  expect(exact).not.toHaveProperty('bound');
  expect(usableBounds(exact)).toBeNull();
});
