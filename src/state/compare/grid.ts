import { TASKS } from '../../tasks';
import { splitOf, type Split } from '../../tasks/splits';
import type { Catalogue, ModelEntry, TableEntry } from '../catalogue';

/** A row of the small multiples. */
export type GridTask = { readonly task: string; readonly title: string; readonly split: Split };

/** Every shipped arm on every shipped task: `entries[task][arm]`, null where the catalogue has no table. */
export type Grid = {
  readonly tasks: readonly GridTask[];
  readonly arms: readonly ModelEntry[];
  readonly entries: readonly (readonly (TableEntry | null)[])[];
};

const SPLITS = ['trained', 'shift', 'other'] as const;

/**
 * The grid of a catalogue: trained tasks first, then their shifts in the same order, then what is neither; arms in the order
 * of the catalogue. A model with several tables of a task shows the first.
 */
export function gridOf({ models, tables }: Catalogue): Grid {
  const shipped = new Set(tables.map(({ task }) => task));
  const tasks = [...TASKS]
    .sort((a, b) => trainedRank(a.name) - trainedRank(b.name))
    .filter(({ name }) => shipped.has(name))
    .map(({ name }) => ({
      task: name,
      title: taskTitle(name),
      split: splitOf(name),
    }));
  const arms = models.filter(({ name }) => tables.some(({ model }) => model === name));
  const sorted = SPLITS.flatMap((name) => tasks.filter(({ split }) => split.name === name));
  const entries = sorted.map(({ task }) =>
    arms.map(
      ({ name }) => tables.find((table) => table.model === name && table.task === task) ?? null,
    ),
  );
  return { tasks: sorted, arms, entries };
}

/** A task's title without what stands in brackets; its name where it is not known. */
export function taskTitle(task: string): string {
  return (TASKS.find(({ name }) => name === task)?.title ?? task).replace(/ \(.*$/, '');
}

/** Where a task, or the trained task that it is a shift of, stands in the interface. */
function trainedRank(task: string): number {
  const split = splitOf(task);
  const name = split.name === 'shift' ? split.of : task;
  return TASKS.findIndex((candidate) => candidate.name === name);
}

/** Rows of the grid that are averaged together. */
export function tasksOf(grid: Grid, split: 'trained' | 'shift'): number[] {
  return grid.tasks.flatMap((task, at) => (task.split.name === split ? [at] : []));
}
