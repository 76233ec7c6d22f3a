import { useEffect, useState } from 'react';
import type { TableEntry } from '../../state/catalogue';
import { createCells, type Cells, type Frames } from '../../state/compare/cells';
import type { TablesState } from '../../state/compare/tables';
import { useExplorer } from '../context';

/** Half of a frame: the other half draws. */
const FRAMES: Frames = {
  request: (work) => requestAnimationFrame(work),
  cancel: (handle) => cancelAnimationFrame(handle),
  now: () => performance.now(),
  budget: 8,
};

/** Cells of the given tables, by file name, in step with the sliders. */
export function useCells(entries: readonly TableEntry[], files: TablesState['files']): Cells {
  const { settings } = useExplorer();
  const [cells] = useState(() => createCells(settings.getState(), FRAMES));
  useEffect(() => {
    for (const { decisions } of entries) {
      const file = files.get(decisions);
      if (file?.status === 'ready') cells.put(decisions, file.table);
    }
  }, [cells, entries, files]);
  useEffect(() => {
    cells.apply(settings.getState());
    const leave = settings.subscribe(cells.apply);
    return () => {
      leave();
      cells.stop();
    };
  }, [cells, settings]);
  return cells;
}
