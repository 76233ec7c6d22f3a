import { expect, test } from 'vitest';
import type { Catalogue } from '../catalogue';
import { gridOf, tasksOf } from './grid';
import { catalogueOf } from '../standIn';

test('trained tasks first, each shift at the place of its task, arms as shipped', () => {
  const grid = gridOf(
    catalogueOf(
      ['base', 'rlvr'],
      ['marathon', 'garage', 'moderation', 'courier', 'inbox', 'clinic'],
    ),
  );
  expect(grid.tasks.map(({ task }) => task)).toEqual([
    'clinic',
    'moderation',
    'courier',
    'garage',
    'inbox',
    'marathon',
  ]);
  expect(grid.tasks[3]).toEqual({
    task: 'garage',
    title: 'Garage',
    split: { name: 'shift', of: 'clinic' },
  });
  expect(grid.arms.map(({ name }) => name)).toEqual(['base', 'rlvr']);
  expect(tasksOf(grid, 'trained')).toEqual([0, 1, 2]);
  expect(tasksOf(grid, 'shift')).toEqual([3, 4, 5]);
});

test('what is not shipped is a hole, an arm without any table no column, a task that nobody knows no row', () => {
  const full = catalogueOf(['base', 'rlvr', 'sft'], ['clinic', 'courier', 'riddles']);
  const catalogue: Catalogue = {
    ...full,
    tables: full.tables.filter(
      ({ model, task }) => model === 'base' || (model === 'rlvr' && task === 'clinic'),
    ),
  };
  const grid = gridOf(catalogue);
  expect(grid.arms.map(({ name }) => name)).toEqual(['base', 'rlvr']);
  expect(grid.tasks.map(({ task }) => task)).toEqual(['clinic', 'courier']);
  expect(grid.entries[1]!.map((entry) => entry?.model ?? null)).toEqual(['base', null]);
});

test('of several dtypes the first shipped one stands in the grid', () => {
  const grid = gridOf(catalogueOf(['base'], ['clinic'], ['q8', 'fp32']));
  expect(grid.entries[0]![0]?.dtype).toBe('q8');
});
