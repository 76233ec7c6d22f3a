import type { Cell } from '../../state/compare/cells';
import { tasksOf, type Grid } from '../../state/compare/grid';
import type { Interval } from '../../state/compare/paperTable';
import { percent, points } from '../numbers';

const FIGURES = ['accuracy', 'ece'] as const;

/** Means of the arms that have a cell on every task of a split. */
function armMeans(
  grid: Grid,
  cells: ReadonlyMap<string, Cell>,
  split: 'trained' | 'shift',
): { title: string; accuracy: number; ece: number }[] {
  const rows = tasksOf(grid, split);
  return grid.arms.flatMap(({ title }, arm) => {
    const own = rows.flatMap((row) => {
      const cell = cells.get(grid.entries[row]![arm]?.decisions ?? '');
      return cell === undefined ? [] : [cell];
    });
    if (own.length < rows.length || rows.length === 0) return [];
    const [accuracy, ece] = FIGURES.map(
      (figure) => own.reduce((sum, cell) => sum + cell[figure], 0) / own.length,
    );
    return [{ title, accuracy: accuracy!, ece: ece! }];
  });
}

/** What the grid shows, in words: who is right most often and who is best calibrated, on each split. */
export function gridSentence(grid: Grid, cells: ReadonlyMap<string, Cell>): string {
  const parts = (['trained', 'shift'] as const).flatMap((split) => {
    const means = armMeans(grid, cells, split);
    if (means.length < 2) return [];
    const right = means.reduce((best, arm) => (arm.accuracy > best.accuracy ? arm : best));
    const calibrated = means.reduce((best, arm) => (arm.ece < best.ece ? arm : best));
    const where = split === 'trained' ? 'On the trained tasks' : 'Under shift';
    return [
      `${where}, ${right.title} is right most often (${percent(right.accuracy)} on average) and ` +
        `${calibrated.title} is best calibrated (mean ECE ${percent(calibrated.ece)}).`,
    ];
  });
  return parts.join(' ');
}

const isClear = ({ low, high }: Interval) => low > 0 || high < 0;
const range = ({ low, high }: Interval) => `${points(low)} to ${points(high)}`;
const size = ({ value }: Interval) => Math.abs(100 * value).toFixed(1);

/** What changed from the second side to the first, over the `n` cases that both decided. */
export function differenceSentence(
  first: string,
  second: string,
  { n, accuracy, ece }: { readonly n: number; readonly accuracy: Interval; readonly ece: Interval },
  agreement: number,
): string {
  const right = isClear(accuracy)
    ? `${first} is ${size(accuracy)} points ${accuracy.value > 0 ? 'more' : 'less'} accurate than ${second} (${range(accuracy)})`
    : `${first} is as accurate as ${second}, as far as so many cases can tell (${points(accuracy.value)}, ${range(accuracy)})`;
  const calibrated = isClear(ece)
    ? `its ECE is ${size(ece)} points ${ece.value > 0 ? 'higher' : 'lower'} (${range(ece)})`
    : `its ECE does not differ clearly (${points(ece.value)}, ${range(ece)})`;
  return (
    `Over the ${n} cases that both decided, ${right}; ${calibrated}. ` +
    `Both choose the same option in ${percent(agreement)} of them.`
  );
}
