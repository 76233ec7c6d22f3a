import { Fragment, memo } from 'react';
import {
  bestOf,
  type Interval,
  type PaperCell,
  type PaperRow,
} from '../../state/compare/paperTable';
import { useWords } from './useWords';
import styles from './table.module.css';

type Props = {
  readonly row: PaperRow;
  readonly difference: boolean;
  /** False while the figures belong to former settings. */
  readonly fresh: boolean;
};

/** `2000`, or `1993–2000` where the arms differ. */
function countOf(cells: readonly (PaperCell | null)[]): string {
  const counts = cells.flatMap((cell) => (cell === null ? [] : [cell.n]));
  if (counts.length === 0) return '–';
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(most) : `${least}–${most}`;
}

function Figure({
  value,
  low,
  high,
  difference,
  strong,
}: Interval & { difference: boolean; strong: boolean }) {
  const { percentFigure, points, strings } = useWords();
  const write = difference ? points : percentFigure;
  const range = difference
    ? strings.range(write(low), write(high))
    : `${write(low)}–${write(high)}`;
  return (
    <td data-strong={strong}>
      {write(value)}
      <small>{Number.isNaN(value) ? '' : range}</small>
    </td>
  );
}

/** A task, or the mean over several, arm by arm. The best of a row, or a difference that is clear, is bold. */
export const FigureRow = memo(function FigureRow({ row, difference, fresh }: Props) {
  const { strings, taskTitle } = useWords();
  const best = { accuracy: bestOf(row, 'accuracy'), ece: bestOf(row, 'ece') };
  const strong = (figure: 'accuracy' | 'ece', { value, low, high }: Interval) =>
    difference ? low > 0 || high < 0 : value === best[figure];
  return (
    <tr data-kind={row.kind} data-fresh={fresh} className={styles.row}>
      <th scope="row">
        {row.kind === 'mean' && row.split !== 'other'
          ? strings.table.means[row.split]
          : taskTitle(row.tasks[0] ?? row.title)}
        <small>n = {countOf(row.cells)}</small>
      </th>
      {row.cells.map((cell, arm) => (
        <Fragment key={arm}>
          {cell === null ? (
            <>
              <td>–</td>
              <td>–</td>
            </>
          ) : (
            (['accuracy', 'ece'] as const).map((figure) => (
              <Figure
                key={figure}
                {...cell[figure]}
                difference={difference}
                strong={strong(figure, cell[figure])}
              />
            ))
          )}
        </Fragment>
      ))}
    </tr>
  );
});
