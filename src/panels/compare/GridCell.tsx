import { useStore } from 'zustand';
import { Miniature } from '../../charts/Miniature';
import type { ModelEntry, TableEntry } from '../../state/catalogue';
import type { Cells } from '../../state/compare/cells';
import type { GridTask } from '../../state/compare/grid';
import type { Loaded } from '../../state/compare/tables';
import { useWords } from './useWords';
import styles from './grid.module.css';

type Props = {
  readonly arm: ModelEntry;
  readonly task: GridTask;
  readonly entry: TableEntry;
  readonly file: Loaded | undefined;
  readonly cells: Cells;
  /** Place in the keyboard walk. */
  readonly walk: object;
  readonly onOpen: (entry: TableEntry) => void;
};

/** One arm on one task: miniature diagram, accuracy, ECE. A click opens its cases. */
export function GridCell({ arm, task, entry, file, cells, walk, onOpen }: Props) {
  const { strings: all, percent, modelTitle, taskTitle } = useWords();
  const { grid: strings } = all;
  const cell = useStore(cells.store, (state) => state.values.get(entry.decisions));
  const about =
    cell === undefined
      ? file?.status === 'failed'
        ? strings.failed
        : strings.loading
      : strings.about(cell.accuracy, cell.ece, cell.n);
  return (
    <button
      type="button"
      className={styles.cell}
      data-file={entry.decisions}
      aria-label={strings.open(modelTitle(arm), taskTitle(task.task), about)}
      onClick={() => onOpen(entry)}
      {...walk}
    >
      <Miniature arm={arm.arm} bins={cell?.bins ?? NO_BINS} n={cell?.n ?? 0} />
      {cell === undefined ? (
        <span className={styles.note}>{about}</span>
      ) : (
        <>
          <span>
            {strings.accuracy} <b>{percent(cell.accuracy)}</b>
          </span>
          <span>
            ECE <b>{percent(cell.ece)}</b>
          </span>
          <span className={styles.n}>
            n <b>{cell.n}</b>
          </span>
        </>
      )}
    </button>
  );
}

const NO_BINS: readonly never[] = [];
