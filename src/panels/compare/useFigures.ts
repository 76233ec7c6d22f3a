import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CompareAnswer, CompareRequest } from '../../state/compare/job';
import {
  createTableStatistics,
  type TableStatistics,
  type TableStatisticsState,
  type Wanted,
} from '../../state/compare/tableStatistics';
import type { Ask } from '../../state/newest';
import { useExplorer } from '../context';

/**
 * Figures with intervals, computed by `ask` once the sliders rest; `what` null asks for nothing. `what` has to stay the same
 * object while it says the same.
 */
export function useFigures(
  ask: Ask<CompareRequest, CompareAnswer>,
  what: Omit<Wanted, 'settings'> | null,
): TableStatisticsState & Pick<TableStatistics, 'stop' | 'resume'> {
  const { settings } = useExplorer();
  const [statistics] = useState(() => createTableStatistics(ask));
  useEffect(() => {
    if (what === null) return;
    statistics.ask({ ...what, settings: settings.getState() });
    const leave = settings.subscribe((next) => statistics.ask({ ...what, settings: next }));
    return () => {
      leave();
      statistics.stop();
    };
  }, [statistics, settings, what]);
  return { ...useStore(statistics.store), stop: statistics.stop, resume: statistics.resume };
}
