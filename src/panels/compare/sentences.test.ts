import { expect, test } from 'vitest';
import type { Catalogue } from '../../state/catalogue';
import type { Cell } from '../../state/compare/cells';
import { gridOf } from '../../state/compare/grid';
import { EN } from '../../strings/compare/en';
import { differenceSentence, gridSentence } from './sentences';
import { wordsOf } from './useWords';

const WORDS = wordsOf('en', EN);

const CATALOGUE: Catalogue = {
  version: 2,
  opens: 'rlvr',
  models: ['Base', 'RLVR'].map((title) => ({
    ...{ name: title.toLowerCase(), title, arm: title, parameters: 1, vocabularySize: 1 },
    ...{ tasks: [], dtypes: [] },
  })),
  tables: ['base', 'rlvr'].flatMap((model) =>
    ['clinic', 'courier'].map((task) => ({
      ...{ model, task, dtype: 'q8', n: 1, seed: 1, traces: null },
      decisions: `${model}-${task}`,
    })),
  ),
};
const cell = (accuracy: number, ece: number): Cell => ({
  ...{ n: 10, bins: [], meanConfidence: 1, accuracy, ece },
});

test('the grid is told by its means: who is right, who is calibrated', () => {
  const grid = gridOf(CATALOGUE);
  const cells = new Map([
    ['base-clinic', cell(0.3, 0.05)],
    ['base-courier', cell(0.5, 0.15)],
    ['rlvr-clinic', cell(0.6, 0.4)],
    ['rlvr-courier', cell(0.8, 0.2)],
  ]);
  expect(gridSentence(grid, cells, WORDS)).toBe(
    'On the trained tasks, RLVR is right most often (70.0 % on average) and Base is best calibrated (mean ECE 10.0 %).',
  );
  cells.delete('base-courier');
  expect(gridSentence(grid, cells, WORDS)).toBe('');
});

const interval = (value: number, half: number) => ({
  value,
  low: value - half,
  high: value + half,
});

test('a clear difference is named with its direction, an unclear one as what it is', () => {
  expect(
    differenceSentence(
      'RLVR',
      'Base',
      { n: 2000, accuracy: interval(0.221, 0.02), ece: interval(-0.22, 0.02) },
      0.452,
      WORDS,
    ),
  ).toBe(
    'Over the 2000 cases that both decided, RLVR is 22.1 points more accurate than Base (+20.1 to +24.1); its ECE is 22.0 points lower (−24.0 to −20.0). Both choose the same option in 45.2 % of them.',
  );
  expect(
    differenceSentence(
      '4-bit',
      '8-bit',
      { n: 2000, accuracy: interval(-0.001, 0.008), ece: interval(0.002, 0.008) },
      0.97,
      WORDS,
    ),
  ).toContain(
    '4-bit is as accurate as 8-bit, as far as so many cases can tell (−0.1, −0.9 to +0.7); its ECE does not differ clearly (+0.2, −0.6 to +1.0)',
  );
});
