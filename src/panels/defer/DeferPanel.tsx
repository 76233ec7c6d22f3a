import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { thresholdHalves } from '../../state/deferral';
import { useExplorer } from '../context';
import { useSettings } from '../controls';
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
  const settings = useSettings();
  const state = useStore(store);
  const shown = useStore(arms.store);
  const { catalogue, choice, origin, shipped, runTable, imported } = state;
  useEffect(() => {
    if (catalogue !== null) void arms.show(catalogue, choice.task);
  }, [arms, catalogue, choice.task]);
  const made = useMemo(
    () => deferArms({ catalogue, choice, origin, shipped, runTable, imported }, shown, settings),
    [catalogue, choice, origin, shipped, runTable, imported, shown, settings],
  );
  return { arms: made, error: shown.error };
}

/** Answer or hand on: a threshold on confidence, what it keeps and what it costs. */
export function DeferPanel() {
  const { arms, error } = useDeferArms();
  const current = arms.find((arm) => arm.current);
  const halves = useMemo(
    () => (current === undefined ? null : thresholdHalves(current.table, current.shown)),
    [current],
  );
  const calibration = current?.shown.calibration;
  return (
    <div className={shared.sheet}>
      <section className={shared.section} aria-label="Decisions">
        <p className={shared.lead}>
          Answer where the model is confident, defer where it is not. That works as far as
          confidence tells right from wrong: the paper found that under RLVR nearly every decision
          has p ≈ 1, right or wrong, so there is little to choose by, and that calibration-aware
          training gives a fallback something to go on.
        </p>
        <DeferChoices />
        {error !== null && <p className={shared.problem}>{error}</p>}
        {calibration?.status === 'failed' && (
          <p className={shared.problem}>
            The calibrator cannot be fitted: {calibration.message} The numbers are those without it.
          </p>
        )}
      </section>
      {current === undefined || halves === null ? (
        <p className={shared.empty}>
          No decisions to show yet. If none arrive, open a model with a shipped table, or run some
          cases in Explore.
        </p>
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
