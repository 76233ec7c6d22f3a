import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings';
import { catalogueOf, marginTable } from '../standIn';
import { gridOf } from './grid';
import { compareColumns } from './job';
import { bestOf, paperTable } from './paperTable';
import { createTableStatistics, type Wanted } from './tableStatistics';

const grid = gridOf(catalogueOf(['base', 'rlvr'], ['clinic', 'moderation', 'garage']));
const margins = [2, 3, 2.5, 4, 1, 0.5, 2, 3];
/** Accuracy 1 − wrong/8. */
const tableWith = (wrong: number) =>
  marginTable(
    margins,
    Array.from({ length: wrong }, (_, i) => i),
  );

async function computed(reference: number | null, hole = false) {
  const statistics = createTableStatistics(
    (request) => Promise.resolve(compareColumns({ ...request, resamples: 100 })),
    0,
  );
  const wanted: Wanted = {
    settings: DEFAULT_SETTINGS,
    alone: reference === null,
    reference,
    tasks: grid.tasks.map(({ task }, i) => ({
      task,
      tables: [tableWith(i), hole && i === 1 ? null : tableWith(i + 2)],
    })),
  };
  statistics.ask(wanted);
  await new Promise<void>((resolve) => {
    statistics.store.subscribe(({ status }) => status === 'idle' && resolve());
  });
  return statistics;
}

test('trained tasks, their mean, shifts; a single shift has no mean', async () => {
  const { store } = await computed(null);
  const rows = paperTable(grid, store.getState().tasks);
  expect(rows.map(({ title }) => title)).toEqual([
    'Clinic',
    'Moderation',
    'Mean, trained',
    'Garage',
  ]);
  expect(rows.every(({ of }) => of === store.getState().wanted)).toBe(true);
  const [clinic, moderation, mean] = rows.map(({ cells }) => cells);
  for (const arm of [0, 1]) {
    for (const figure of ['accuracy', 'ece', 'meanConfidence'] as const) {
      const parts = [clinic![arm]![figure], moderation![arm]![figure]];
      const { value, low, high } = mean![arm]![figure];
      expect(value).toBeCloseTo((parts[0]!.value + parts[1]!.value) / 2, 12);
      expect(low).toBeLessThanOrEqual(high);
    }
    expect(mean![arm]!.n).toBe(16);
  }
  expect(clinic![1]!.accuracy.value).toBe(6 / 8);
});

test('differences to a reference: 0 for itself, the mean of differences is the difference of means', async () => {
  const alone = paperTable(grid, (await computed(null)).store.getState().tasks);
  const rows = paperTable(grid, (await computed(0)).store.getState().tasks);
  for (const [at, { cells }] of rows.entries()) {
    expect(cells[0]!.ece).toMatchObject({ value: 0, low: 0, high: 0 });
    for (const figure of ['accuracy', 'ece', 'meanConfidence'] as const)
      expect(cells[1]![figure].value).toBeCloseTo(
        alone[at]!.cells[1]![figure].value - alone[at]!.cells[0]![figure].value,
        12,
      );
  }
});

test('no mean over tasks of which one is missing', async () => {
  const rows = paperTable(grid, (await computed(null, true)).store.getState().tasks);
  expect(rows[1]!.cells[1]).toBeNull();
  expect(rows[2]!.cells[1]).toBeNull();
  expect(rows[2]!.cells[0]).not.toBeNull();
});

test('figures of other sliders are stale, and a mean does not mix them with new ones', async () => {
  const { store } = await computed(null);
  const { wanted, tasks } = store.getState();
  const next: Wanted = { ...wanted!, settings: { ...DEFAULT_SETTINGS, temperature: 2 } };
  const mixed = new Map(tasks).set('clinic', { ...tasks.get('clinic')!, of: next });
  const rows = paperTable(grid, mixed);
  expect(rows.map(({ of }) => of)).toEqual([next, wanted, null, wanted]);
  expect(rows[2]!.cells).toEqual([null, null]);
});

test('best: the highest accuracy, the lowest ECE, nothing to choose from one arm', async () => {
  const [row] = paperTable(grid, (await computed(null)).store.getState().tasks);
  const [a, b] = row!.cells;
  expect(bestOf(row!, 'accuracy')).toBe(a!.accuracy.value);
  expect(bestOf(row!, 'ece')).toBe(Math.min(a!.ece.value, b!.ece.value));
  expect(bestOf({ ...row!, cells: [a!, null] }, 'ece')).toBeNull();
});
