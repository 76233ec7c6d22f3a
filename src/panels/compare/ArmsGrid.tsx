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
import { useWords, type Words } from './useWords';
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

function splitNote({ split }: GridTask, { strings, taskTitle }: Words): string {
  if (split.name === 'shift')
    return strings.grid.shiftOf({ task: split.of, title: taskTitle(split.of) });
  return split.name === 'trained' ? strings.grid.trained : strings.grid.other;
}

/** The grid in words, while all of it is there. */
function Sentence({ grid, cells, id }: { grid: Grid; cells: Cells; id: string }) {
  const words = useWords();
  const values = useStore(cells.store, (state) => state.values);
  return (
    <p id={id} className={shared.lead}>
      {gridSentence(grid, values, words)}
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
  const words = useWords();
  const { grid: strings } = words.strings;
  const title = useId();
  const sentence = useId();
  useSeen(root, cells, grid);
  const walk = useRove(
    grid.entries.map(({ length }) => length),
    ({ row, column }) => grid.entries[row]?.[column] != null,
  );
  return (
    <section className={shared.section} aria-labelledby={title}>
      <h2 id={title}>{strings.title}</h2>
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
              {grid.arms.map((model) => (
                <th key={model.name} scope="col">
                  <div className={styles.arm}>
                    <ArmMark arm={model.arm} />
                    {words.modelTitle(model)}
                  </div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.tasks.map((task, row) => (
              <tr key={task.task}>
                <th scope="row">
                  {words.taskTitle(task.task)}
                  <small>{splitNote(task, words)}</small>
                </th>
                {grid.arms.map((arm, column) => {
                  const entry = grid.entries[row]![column] ?? null;
                  return (
                    <td key={arm.name}>
                      {entry === null ? (
                        <span className={styles.hole}>{strings.hole}</span>
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
      <p className={shared.quiet}>{strings.note}</p>
    </section>
  );
}
