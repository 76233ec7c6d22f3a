import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings';
import { paperCsv } from './csv';
import { gridOf } from './grid';
import type { PaperRow } from './paperTable';
import { catalogueOf } from '../standIn';

const interval = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
const rows: PaperRow[] = [
  {
    ...{ kind: 'mean', split: 'trained', title: 'Mean', tasks: ['clinic', 'courier'], of: null },
    cells: [
      { n: 4000, accuracy: interval(0.5), ece: interval(0.25), meanConfidence: interval(NaN) },
      null,
    ],
  },
];
const grid = gridOf(catalogueOf(['base', 'rlvr'], ['clinic', 'courier']));

test('one line an arm, shares with their intervals, empty where undefined', () => {
  const [head, line, end] = paperCsv(grid, rows, null, DEFAULT_SETTINGS).split('\r\n');
  const fields = Object.fromEntries(head!.split(',').map((name, i) => [name, line!.split(',')[i]]));
  expect(fields).toMatchObject({
    ...{ model: 'base', reference: '', task: 'mean of clinic+courier', n: '4000' },
    ...{ accuracy: '0.5', accuracy_low: '0.4', ece_high: '0.35', mean_confidence: '' },
    ...{ temperature: '1', bins: '15', binning: 'equal-mass', calibrator: 'none' },
  });
  expect(end).toBe('');
});

test('differences say so in their columns', () => {
  const csv = paperCsv(grid, rows, 'rlvr', DEFAULT_SETTINGS);
  expect(csv).toContain('accuracy_difference_low');
  expect(csv).toContain('base,rlvr,');
});
