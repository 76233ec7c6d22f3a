import { meanOfStrata } from '../../calibration/meanOfStrata';
import { quantileSorted } from '../../calibration/quantile';
import { tasksOf, type Grid } from './grid';
import { FIGURES, type Differences, type Figure } from './job';
import type { Estimates } from './estimates';
import type { TaskFigures, Wanted } from './tableStatistics';

/** A number with its 95 % interval. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/** Figures of an arm on a task or over several; `n` decisions, or common cases where they are differences. */
export type PaperCell = { readonly n: number } & Readonly<Record<Figure, Interval>>;

/** A line of the table: one task, or the mean over the tasks of a split. Null: not there, or not computed yet. */
export type PaperRow = {
  readonly kind: 'task' | 'mean';
  readonly split: 'trained' | 'shift' | 'other';
  readonly tasks: readonly string[];
  readonly title: string;
  readonly cells: readonly (PaperCell | null)[];
  /** What the figures were computed for; null while there are none. */
  readonly of: Wanted | null;
};

type Source = Estimates | Differences;

function cellOf({ n, accuracy, ece, meanConfidence }: Source): PaperCell {
  return { n, accuracy, ece, meanConfidence };
}

/** Mean over tasks that were drawn apart: unweighted, percentiles of the means of their draws. */
function meanCell(parts: readonly Source[]): PaperCell {
  const mean = (figure: Figure): Interval => {
    const { value, draws } = meanOfStrata(parts.map((part) => part[figure]));
    const sorted = draws.filter((draw) => !Number.isNaN(draw)).sort();
    return { value, low: quantileSorted(sorted, 0.025), high: quantileSorted(sorted, 0.975) };
  };
  const [accuracy, ece, meanConfidence] = FIGURES.map(mean);
  return {
    n: parts.reduce((sum, { n }) => sum + n, 0),
    accuracy: accuracy!,
    ece: ece!,
    meanConfidence: meanConfidence!,
  };
}

const sourcesOf = (figures: TaskFigures): readonly (Source | null)[] =>
  figures.of.reference === null ? figures.values : figures.differences;

/** The paper's table: the trained tasks and their mean, the shifts and their mean, then other tasks; an arm a column. */
export function paperTable(grid: Grid, tasks: ReadonlyMap<string, TaskFigures>): PaperRow[] {
  const figuresOf = (at: number) => tasks.get(grid.tasks[at]!.task);
  const taskRow = (at: number): PaperRow => {
    const { task, title, split } = grid.tasks[at]!;
    const figures = figuresOf(at);
    const sources = figures === undefined ? [] : sourcesOf(figures);
    return {
      kind: 'task',
      split: split.name,
      tasks: [task],
      title,
      cells: grid.arms.map((_, arm) => {
        const source = sources[arm] ?? null;
        return source === null ? null : cellOf(source);
      }),
      of: figures?.of ?? null,
    };
  };
  const meanRow = (split: 'trained' | 'shift', title: string): PaperRow[] => {
    const rows = tasksOf(grid, split);
    if (rows.length < 2) return [];
    const figures = rows.map(figuresOf);
    const first = figures[0]?.of;
    const together = figures.every((entry) => entry !== undefined && entry.of === first);
    const cells = grid.arms.map((_, arm) => {
      const parts = figures.flatMap((entry) =>
        entry === undefined ? [] : (sourcesOf(entry)[arm] ?? []),
      );
      return together && parts.length === rows.length ? meanCell(parts) : null;
    });
    return [
      {
        kind: 'mean',
        split,
        tasks: rows.map((at) => grid.tasks[at]!.task),
        title,
        cells,
        of: together ? (first ?? null) : null,
      },
    ];
  };
  const group = (name: PaperRow['split']) =>
    grid.tasks.flatMap(({ split }, at) => (split.name === name ? [taskRow(at)] : []));
  return [
    ...group('trained'),
    ...meanRow('trained', 'Mean, trained'),
    ...group('shift'),
    ...meanRow('shift', 'Mean, shifts'),
    ...group('other'),
  ];
}

/** Best value of a row's figure: the highest accuracy, the lowest ECE; null where fewer than two arms have one. */
export function bestOf(row: PaperRow, figure: 'accuracy' | 'ece'): number | null {
  const values = row.cells.flatMap((cell) =>
    cell === null || Number.isNaN(cell[figure].value) ? [] : [cell[figure].value],
  );
  if (values.length < 2) return null;
  return figure === 'ece' ? Math.min(...values) : Math.max(...values);
}
