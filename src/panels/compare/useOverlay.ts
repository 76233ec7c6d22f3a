import { useMemo } from 'react';
import { agreementOf } from '../../state/compare/columns';
import type { Side } from '../../state/compare/sides';
import type { TablesState } from '../../state/compare/tables';
import type { DecisionTable } from '../../traces/decisionTable';
import { useFigures } from './useFigures';
import { askOverlay } from './worker';

/** The table of a side, or null while there is none. */
export function tableOf(
  side: Side | null,
  files: TablesState['files'],
  run: DecisionTable | null,
): DecisionTable | null {
  if (side === null) return null;
  if (side.kind === 'run') return run;
  const file = files.get(side.entry.decisions);
  return file?.status === 'ready' ? file.table : null;
}

/** Intervals of both tables and their paired differences; `fresh` while they belong to the sliders as they stand. */
export function useOverlayFigures(first: DecisionTable | null, second: DecisionTable | null) {
  const what = useMemo(
    () =>
      first === null || second === null
        ? null
        : { tasks: [{ task: 'overlay', tables: [first, second] }], alone: true, reference: 1 },
    [first, second],
  );
  const figures = useFigures(askOverlay, what);
  const agreement = useMemo(
    () => (first === null || second === null ? null : agreementOf(first, second)),
    [first, second],
  );
  const entry = figures.tasks.get('overlay');
  const own = entry?.of.tasks === what?.tasks ? entry : undefined;
  return { figures, agreement, own, fresh: own?.of === figures.wanted };
}
