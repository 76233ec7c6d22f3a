import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { thresholdHalves } from '../../state/deferral';
import { DEFER_STRINGS } from '../../strings/defer';
import { useLocale, useStrings } from '../../strings/language';
import { useExplorer } from '../context';
import { useSettings } from '../controls';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { deferArms, type DeferArm } from './arms';
import { Costs } from './Costs';
import { Curves } from './Curves';
import { DeferChoices } from './DeferChoices';
import { Fallback } from './Fallback';
import { TargetRisk } from './TargetRisk';
import { ThresholdControl } from './ThresholdControl';
import styles from './defer.module.css';

function useDeferArms(): { readonly arms: readonly DeferArm[]; readonly error: string | null } {
  const { arms, store } = useExplorer();
  const locale = useLocale();
  const settings = useSettings();
  const state = useStore(store);
  const shown = useStore(arms.store);
  const { catalogue, choice, origin, shipped, runTable, imported, awaited } = state;
  useEffect(() => {
    if (catalogue !== null) void arms.show(catalogue, choice.task);
  }, [arms, catalogue, choice.task]);
  const made = useMemo(
    () =>
      deferArms(
        { catalogue, choice, origin, shipped, runTable, imported, awaited },
        shown,
        settings,
        locale,
      ),
    [catalogue, choice, origin, shipped, runTable, imported, awaited, shown, settings, locale],
  );
  return { arms: made, error: shown.error };
}

/** Answer or hand on: a threshold on confidence, what it keeps and what it costs. */
export function DeferPanel() {
  const { arms, error } = useDeferArms();
  const say = useSay();
  const { panel: strings } = useStrings(DEFER_STRINGS);
  const current = arms.find((arm) => arm.current);
  const halves = useMemo(
    () => (current === undefined ? null : thresholdHalves(current.table, current.shown)),
    [current],
  );
  const calibration = current?.shown.calibration;
  return (
    <div className={shared.sheet}>
      <section className={shared.section} aria-label={strings.label}>
        <p className={shared.lead}>{strings.lead}</p>
        <DeferChoices />
        {error !== null && <p className={shared.problem}>{say(error)}</p>}
        {calibration?.status === 'failed' && (
          <p className={shared.problem}>{strings.unfitted(say(calibration.message))}</p>
        )}
      </section>
      {current === undefined || halves === null ? (
        <p className={shared.empty}>{strings.empty}</p>
      ) : (
        <div className={styles.columns}>
          <div className={shared.sheet}>
            <ThresholdControl arm={current} />
            <Curves arms={arms} />
            <Fallback arm={current} arms={arms} />
          </div>
          <div className={shared.sheet}>
            <TargetRisk arm={current} halves={halves} />
            <Costs arm={current} halves={halves} />
          </div>
        </div>
      )}
    </div>
  );
}
