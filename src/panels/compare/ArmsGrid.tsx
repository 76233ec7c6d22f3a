import { useEffect, useId, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import { ArmMark } from '../../charts/ArmMark';
import { useRove } from '../../charts/useRove';
import type { Cells } from '../../state/compare/cells';
import type { Grid, GridTask } from '../../state/compare/grid';
import type { TablesState } from '../../state/compare/tables';
import shared from '../panels.module.css';
import { GridCell } from './GridCell';
import { gridSentence } from './sentences';
import { useOpenCases } from './useOpenCases';
import styles from './grid.module.css';

/** Tells the cells which of them are on the screen. */
function useSeen(root: RefObject<HTMLElement | null>, cells: Cells, grid: Grid) {
  useEffect(() => {
    const observer = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes)
        cells.see((target as HTMLElement).dataset.file ?? '', isIntersecting);
    });
    for (const cell of root.current?.querySelectorAll('[data-file]') ?? []) observer.observe(cell);
    return () => observer.disconnect();
  }, [root, cells, grid]);
}

export function splitNote({ split }: GridTask): string {
  if (split.name === 'shift') return `shift of ${split.of}`;
  return split.name === 'trained' ? 'trained' : 'neither trained nor a shift';
}

/** The grid in words, while all of it is there. */
function Sentence({ grid, cells, id }: { grid: Grid; cells: Cells; id: string }) {
  const values = useStore(cells.store, (state) => state.values);
  return (
    <p id={id} className={shared.lead}>
      {gridSentence(grid, values)}
    </p>
  );
}

type Props = {
  readonly grid: Grid;
  readonly files: TablesState['files'];
  readonly cells: Cells;
};

/** Small multiples: every arm on every task, on shared scales, under the same sliders. */
export function ArmsGrid({ grid, files, cells }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const open = useOpenCases();
  const title = useId();
  const sentence = useId();
  useSeen(root, cells, grid);
  const walk = useRove(
    grid.entries.map(({ length }) => length),
    ({ row, column }) => grid.entries[row]?.[column] != null,
  );
  return (
    <section className={shared.section} aria-labelledby={title}>
      <h2 id={title}>Every arm on every task</h2>
      <Sentence grid={grid} cells={cells} id={sentence} />
      <div className={styles.scroll} ref={root}>
        <table
          className={styles.grid}
          role="grid"
          aria-labelledby={title}
          aria-describedby={sentence}
          onKeyDown={walk.onKeyDown}
        >
          <thead>
            <tr>
              <td />
              {grid.arms.map(({ name, title: arm, arm: style }) => (
                <th key={name} scope="col">
                  <div className={styles.arm}>
                    <ArmMark arm={style} />
                    {arm}
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.tasks.map((task, row) => (
              <tr key={task.task}>
                <th scope="row">
                  {task.title}
                  <small>{splitNote(task)}</small>
                </th>
                {grid.arms.map((arm, column) => {
                  const entry = grid.entries[row]![column] ?? null;
                  return (
                    <td key={arm.name}>
                      {entry === null ? (
                        <span className={styles.hole}>not shipped</span>
                      ) : (
                        <GridCell
                          arm={arm}
                          task={task}
                          entry={entry}
                          file={files.get(entry.decisions)}
                          cells={cells}
                          walk={walk.cell({ row, column })}
                          onOpen={() => open({ kind: 'shipped', entry })}
                        />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={shared.quiet}>
        Each diagram: confidence from 0 to 100 % to the right, accuracy upwards, one marker a bin,
        its area the bin’s share; the line to the diagonal is the gap. Arrow keys walk the diagrams,
        Enter opens the cases. The table below holds the numbers.
      </p>
    </section>
  );
}
