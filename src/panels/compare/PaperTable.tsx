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
import { useWords } from './useWords';
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
  const { strings: all, modelTitle } = useWords();
  const { table: strings, grid: names } = all;
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
        {difference ? strings.titleDifference(modelTitle(grid.arms[index]!)) : strings.title}{' '}
        <small className={styles.unit}>{strings.intervals}</small>
      </h2>
      <div className={shared.controls}>
        <label>
          {strings.show}
          <select
            value={difference ? reference! : ''}
            onChange={({ target }) =>
              view.change('compare', { reference: target.value === '' ? null : target.value })
            }
          >
            <option value="">{strings.each}</option>
            {grid.arms.map((arm) => (
              <option key={arm.name} value={arm.name}>
                {strings.differenceTo(modelTitle(arm))}
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
      <div className={styles.scroll} role="region" aria-label={strings.label} tabIndex={0}>
        <table className={`${shared.figures} ${styles.table}`} aria-labelledby={title}>
          <thead>
            <tr>
              <td rowSpan={2} />
              {grid.arms.map((arm) => (
                <th key={arm.name} scope="colgroup" colSpan={2}>
                  <ArmMark arm={arm.arm} />
                  {modelTitle(arm)}
                </th>
              ))}
            </tr>
            <tr>
              {grid.arms.flatMap(({ name }) => [
                <th key={`${name} accuracy`} scope="col">
                  {names.accuracy}
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
        {strings.note} {difference && strings.noteDifference}
      </p>
    </section>
  );
}

function isSettled(files: TablesState['files'], name: string): boolean {
  const file = files.get(name);
  return file !== undefined && file.status !== 'loading';
}
