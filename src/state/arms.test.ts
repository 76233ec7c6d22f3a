import { expect, test } from 'vitest';
import { decisionTable, type DecisionTable } from '../traces/decisionTable';
import { createArms } from './arms';
import type { Catalogue, Shipped, TableEntry } from './catalogue';

const entry = (model: string, task: string): TableEntry => ({
  ...{ model, task, dtype: 'q8', n: 1, seed: 1 },
  decisions: `${model}-${task}`,
  traces: null,
});
const MODELS = ['base', 'rlvr'].map((name) => ({
  ...{ name, title: name, arm: name, parameters: 1, vocabularySize: 1 },
  ...{ tasks: ['clinic'], dtypes: [] },
}));
const CATALOGUE: Catalogue = {
  version: 2,
  opens: 'rlvr',
  models: MODELS,
  tables: [entry('rlvr', 'clinic'), entry('base', 'clinic'), entry('base', 'courier')],
};

function tableOf({ model, task }: TableEntry): DecisionTable {
  return decisionTable({ model, dtype: 'q8', backend: '' }, task, ['A', 'B'], []);
}

function shipped(decisions: Shipped['decisions']): Shipped {
  return {
    catalogue: () => Promise.resolve(CATALOGUE),
    claims: () => Promise.resolve([]),
    traces: () => Promise.resolve(new Map()),
    decisions,
  };
}

test('the tables of a task come in the order of the models, those that there are', async () => {
  const arms = createArms(shipped((found) => Promise.resolve(tableOf(found))));
  await arms.show(CATALOGUE, 'clinic');
  expect(arms.store.getState().arms.map(({ model }) => model)).toEqual(['base', 'rlvr']);
  await arms.show(CATALOGUE, 'courier');
  expect(arms.store.getState().arms.map(({ model }) => model)).toEqual(['base']);
});

test('a slower answer to an earlier question is dropped', async () => {
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  const arms = createArms(
    shipped(async (found) => {
      if (found.task === 'clinic') await slow;
      return tableOf(found);
    }),
  );
  const first = arms.show(CATALOGUE, 'clinic');
  await arms.show(CATALOGUE, 'courier');
  release();
  await first;
  expect(arms.store.getState().task).toBe('courier');
});

test('a failure is told and does not reject', async () => {
  const arms = createArms(shipped(() => Promise.reject(new Error('no network'))));
  await arms.show(CATALOGUE, 'clinic');
  expect(arms.store.getState()).toEqual({ task: 'clinic', arms: [], error: 'no network' });
});
