import { useEffect, useMemo, useState } from 'react';
import { reliability, type Reliability } from '../../state/reliability';
import type { Settings } from '../../state/settings';
import { isSwept, sweepOf, sweptReliability } from '../../state/swept';
import type { DecisionTable } from '../../traces/decisionTable';

/** For so many milliseconds a slider must rest before a large table is computed exactly. */
const REST = 200;

type Shown = {
  /** Swept while a slider moves over a large table, exact otherwise. */
  readonly shown: Reliability | null;
  /** The exact one and its settings: those shown, or the last at which a slider rested. */
  readonly exact: Reliability | null;
  readonly of: Settings;
};

/** The diagram of the table under the settings. */
export function useReliability(table: DecisionTable | null, settings: Settings): Shown {
  const large = table !== null && isSwept(table, settings);
  const [rested, setRested] = useState(settings);
  useEffect(() => {
    const timer = setTimeout(() => setRested(settings), REST);
    return () => clearTimeout(timer);
  }, [settings]);
  useEffect(() => {
    if (!large) return;
    // Sorting takes a moment: before the slider is touched, not when.
    const timer = setTimeout(() => sweepOf(table), REST);
    return () => clearTimeout(timer);
  }, [large, table]);
  const of = large ? rested : settings;
  const exact = useMemo(() => (table === null ? null : reliability(table, of)), [table, of]);
  const moving = large && of !== settings;
  const swept = useMemo(
    () => (moving ? sweptReliability(table, settings) : null),
    [moving, table, settings],
  );
  return { shown: swept ?? exact, exact, of };
}
