import { csvText } from '../export/csvText';
import type { Settings } from '../settings';
import type { Grid } from './grid';
import type { PaperRow } from './paperTable';

const share = (value: number) => Number(value.toFixed(6));

/**
 * The table as CSV, one line an arm and task or mean: shares in [0, 1], 95 % intervals, n, and the settings they hold for.
 * `reference`: name of the model that was subtracted, null for figures alone. What is not computed is left out.
 */
export function paperCsv(
  grid: Grid,
  rows: readonly PaperRow[],
  reference: string | null,
  { temperature, scale, bins, binning, edges, calibrator }: Settings,
): string {
  const figures = ['accuracy', 'ece', 'mean_confidence'].map((name) =>
    reference === null ? name : `${name}_difference`,
  );
  const header = [
    ...['model', 'reference', 'task', 'split', 'n'],
    ...figures.flatMap((name) => [name, `${name}_low`, `${name}_high`]),
    ...['temperature', 'scale', 'bins', 'binning', 'edges', 'calibrator'],
  ];
  const settings = [temperature, scale, bins, binning, edges, calibrator ?? 'none'];
  const lines = rows.flatMap((row) =>
    row.cells.flatMap((cell, arm) => {
      if (cell === null) return [];
      const task = row.kind === 'mean' ? `mean of ${row.tasks.join('+')}` : row.tasks[0]!;
      const numbers = [cell.accuracy, cell.ece, cell.meanConfidence].flatMap(
        ({ value, low, high }) => [share(value), share(low), share(high)],
      );
      return [
        [
          ...[grid.arms[arm]!.name, reference ?? '', task, row.split, cell.n],
          ...numbers,
          ...settings,
        ],
      ];
    }),
  );
  return csvText({ header, rows: lines });
}
