import { expect, test } from 'vitest';
import { correctOf, optionCount, takeRows } from './decisions';

const table = {
  logits: Float64Array.of(1, 2, 3, 4, 5, -Infinity),
  k: 2,
  chosen: Uint8Array.of(0, 1, 0),
  gold: Uint8Array.of(0, 0, 0),
};

test('a decision is right when the chosen option is the gold one', () => {
  expect([...correctOf(table)]).toEqual([1, 0, 1]);
});

test('rows are taken in any order and as often as named', () => {
  const taken = takeRows(table, [2, 0, 2]);
  expect([...taken.logits]).toEqual([5, -Infinity, 1, 2, 5, -Infinity]);
  expect([...taken.chosen, ...taken.gold]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(optionCount(taken, 0)).toBe(2);
});

test('a row may have fewer options than the table is wide', () => {
  const ragged = { ...table, optionCounts: Uint8Array.of(2, 2, 1) };
  expect(optionCount(takeRows(ragged, [1, 2]), 1)).toBe(1);
});
