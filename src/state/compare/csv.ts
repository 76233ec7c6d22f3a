import type { Settings } from '../settings';
import type { Grid } from './grid';
import type { PaperRow } from './paperTable';

/** A field of a CSV file, quoted where it has to be (RFC 4180). */
export function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const share = (value: number) => (Number.isFinite(value) ? String(Number(value.toFixed(6))) : '');

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
  const head = [
    ...['model', 'reference', 'task', 'split', 'n'],
    ...figures.flatMap((name) => [name, `${name}_low`, `${name}_high`]),
    ...['temperature', 'scale', 'bins', 'binning', 'edges', 'calibrator'],
  ];
  const settings = [temperature, scale, bins, binning, edges, calibrator ?? 'none'].map(String);
  const lines = rows.flatMap((row) =>
    row.cells.flatMap((cell, arm) => {
      if (cell === null) return [];
      const task = row.kind === 'mean' ? `mean of ${row.tasks.join('+')}` : row.tasks[0]!;
      const numbers = [cell.accuracy, cell.ece, cell.meanConfidence].flatMap(
        ({ value, low, high }) => [share(value), share(low), share(high)],
      );
      return [
        [
          ...[grid.arms[arm]!.name, reference ?? '', task, row.split, String(cell.n)],
          ...numbers,
          ...settings,
        ],
      ];
    }),
  );
  return [head, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('');
}
