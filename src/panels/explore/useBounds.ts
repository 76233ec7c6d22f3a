import { useDeferredValue, useMemo } from 'react';
import type { Reliability } from '../../state/reliability';
import type { Settings } from '../../state/settings';
import { diagramBounds, type DiagramBounds } from '../../state/tableBounds';
import type { DecisionTable } from '../../traces/decisionTable';

/** What options outside the log leave open of a diagram, null where nothing is. It follows a slider as time allows. */
export function useBounds(
  table: DecisionTable | null,
  reliability: Reliability | null,
  settings: Settings,
): DiagramBounds | null {
  const shown = useMemo(
    () => (table === null || reliability === null ? null : { table, reliability, settings }),
    [table, reliability, settings],
  );
  const deferred = useDeferredValue(shown);
  const bounds = useMemo(
    () =>
      deferred === null
        ? null
        : diagramBounds(deferred.table, deferred.reliability, deferred.settings),
    [deferred],
  );
  // Of other decisions they would be wrong, not only late.
  return deferred?.table === table ? bounds : null;
}
