import type { Cell } from '../../state/compare/cells';
import { tasksOf, type Grid } from '../../state/compare/grid';
import type { Interval } from '../../state/compare/paperTable';
import type { Words } from './useWords';

const FIGURES = ['accuracy', 'ece'] as const;

/** Means of the arms that have a cell on every task of a split. */
function armMeans(
  grid: Grid,
  cells: ReadonlyMap<string, Cell>,
  split: 'trained' | 'shift',
  { modelTitle }: Words,
): { title: string; accuracy: number; ece: number }[] {
  const rows = tasksOf(grid, split);
  return grid.arms.flatMap((model, arm) => {
    const own = rows.flatMap((row) => {
      const cell = cells.get(grid.entries[row]![arm]?.decisions ?? '');
      return cell === undefined ? [] : [cell];
    });
    if (own.length < rows.length || rows.length === 0) return [];
    const [accuracy, ece] = FIGURES.map(
      (figure) => own.reduce((sum, cell) => sum + cell[figure], 0) / own.length,
    );
    return [{ title: modelTitle(model), accuracy: accuracy!, ece: ece! }];
  });
}

/** What the grid shows, in words: who is right most often and who is best calibrated, on each split. */
export function gridSentence(grid: Grid, cells: ReadonlyMap<string, Cell>, words: Words): string {
  const parts = (['trained', 'shift'] as const).flatMap((split) => {
    const means = armMeans(grid, cells, split, words);
    if (means.length < 2) return [];
    const right = means.reduce((best, arm) => (arm.accuracy > best.accuracy ? arm : best));
    const calibrated = means.reduce((best, arm) => (arm.ece < best.ece ? arm : best));
    const { best } = words.strings.grid;
    return [best(split, right.title, right.accuracy, calibrated.title, calibrated.ece)];
  });
  return parts.join(' ');
}

const isClear = ({ low, high }: Interval) => low > 0 || high < 0;

/** What changed from the second side to the first, over the `n` cases that both decided. */
export function differenceSentence(
  first: string,
  second: string,
  { n, accuracy, ece }: { readonly n: number; readonly accuracy: Interval; readonly ece: Interval },
  agreement: number,
  { strings: { difference } }: Words,
): string {
  const right = isClear(accuracy)
    ? difference.moreAccurate(first, second, accuracy)
    : difference.asAccurate(first, second, accuracy);
  const calibrated = isClear(ece) ? difference.ece(ece) : difference.sameEce(ece);
  return difference.whole(n, right, calibrated, agreement);
}
