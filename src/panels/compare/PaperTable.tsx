import { useId, useMemo } from 'react';
import { ArmMark } from '../../charts/ArmMark';
import type { Grid } from '../../state/compare/grid';
import { paperTable } from '../../state/compare/paperTable';
import type { TablesState } from '../../state/compare/tables';
import { useExplorer } from '../context';
import shared from '../panels.module.css';
import { FigureRow } from './FigureRow';
import { FiguresStatus } from './FiguresStatus';
import { TableActions } from './TableActions';
import { useFigures } from './useFigures';
import { askTable } from './worker';
import styles from './table.module.css';

type Props = {
  readonly grid: Grid;
  readonly files: TablesState['files'];
  /** Name of the model that is subtracted; null for figures alone. */
  readonly reference: string | null;
};

/** Accuracy and ECE of every arm on every task with intervals, or their differences to one arm; means over the splits. */
export function PaperTable({ grid, files, reference }: Props) {
  const { view } = useExplorer();
  const title = useId();
  const index = grid.arms.findIndex(({ name }) => name === reference);
  const settled = grid.entries
    .flat()
    .every((entry) => entry === null || isSettled(files, entry.decisions));
  const what = useMemo(
    () =>
      settled
        ? {
            tasks: grid.tasks.map(({ task }, row) => ({
              task,
              tables: grid.entries[row]!.map((entry) => {
                const file = entry === null ? undefined : files.get(entry.decisions);
                return file?.status === 'ready' ? file.table : null;
              }),
            })),
            alone: index < 0,
            reference: index < 0 ? null : index,
          }
        : null,
    [grid, files, index, settled],
  );
  const figures = useFigures(askTable, what);
  const { tasks, wanted } = figures;
  const rows = useMemo(() => paperTable(grid, tasks), [grid, tasks]);
  const difference = index >= 0;
  return (
    <section className={shared.section} aria-labelledby={title}>
      <h2 id={title}>
        {difference
          ? `Difference to ${grid.arms[index]!.title} in accuracy and ECE, points`
          : 'Accuracy and ECE, %'}{' '}
        <small className={styles.unit}>with 95 % intervals</small>
      </h2>
      <div className={shared.controls}>
        <label>
          Show
          <select
            value={difference ? reference! : ''}
            onChange={({ target }) =>
              view.change('compare', { reference: target.value === '' ? null : target.value })
            }
          >
            <option value="">figures of each arm</option>
            {grid.arms.map((arm) => (
              <option key={arm.name} value={arm.name}>
                difference to {arm.title}
              </option>
            ))}
          </select>
        </label>
        <TableActions
          grid={grid}
          rows={rows}
          reference={difference ? reference : null}
          wanted={wanted}
        />
      </div>
      <FiguresStatus figures={figures} loading={!settled} />
      <div className={styles.scroll} role="region" aria-label="Table of figures" tabIndex={0}>
        <table className={`${shared.figures} ${styles.table}`} aria-labelledby={title}>
          <thead>
            <tr>
              <td rowSpan={2} />
              {grid.arms.map((arm) => (
                <th key={arm.name} scope="colgroup" colSpan={2}>
                  <ArmMark arm={arm.arm} />
                  {arm.title}
                </th>
              ))}
            </tr>
            <tr>
              {grid.arms.flatMap(({ name }) => [
                <th key={`${name} accuracy`} scope="col">
                  accuracy
                </th>,
                <th key={`${name} ece`} scope="col">
                  ECE
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FigureRow
                key={row.title}
                row={row}
                difference={difference}
                fresh={row.of !== null && row.of === wanted}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={shared.quiet}>
        Accuracy: Wilson interval. ECE: percentiles of 1000 bootstrap samples, which add to its
        upward bias, so that a small ECE may lie below its interval. Means over tasks: each task
        drawn apart.
        {difference &&
          ' Differences: both arms see the same drawn cases, of those that both decided; bold where the interval leaves 0 out.'}
      </p>
    </section>
  );
}

function isSettled(files: TablesState['files'], name: string): boolean {
  const file = files.get(name);
  return file !== undefined && file.status !== 'loading';
}
