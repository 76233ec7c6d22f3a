import { useMemo } from 'react';
import { deferAt } from '../../calibration/deferral';
import type { RiskControl } from '../../calibration/riskControl';
import { showProbability } from '../../charts/logOddsAxis';
import type { ThresholdHalves } from '../../state/deferral';
import { percent } from '../numbers';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { restFor, useAnswer } from '../useAnswer';
import { NumberField } from './NumberField';
import { wrongIn } from './text';
import { useDefer } from './useDefer';
import { askRisk } from './worker';
import styles from './defer.module.css';

const show = (share: number) => String(Number((100 * share).toPrecision(4)));
const read = (typed: number) => typed / 100;

type Props = { readonly arm: DeferArm; readonly halves: ThresholdHalves };

function Found({
  arm,
  halves,
  control,
  threshold,
}: Props & { readonly control: RiskControl; readonly threshold: number }) {
  const { risk, certainty, set } = useDefer();
  const { judge } = halves;
  const { answered, coverage } = deferAt(judge.confidence, judge.correct, threshold);
  return (
    <>
      <p role="status" aria-label="Threshold for the target risk">
        <strong className={styles.figure}>{showProbability(threshold)}</strong>
        <button type="button" onClick={() => set('threshold', threshold)}>
          Use this threshold
        </button>
      </p>
      <p className={shared.lead}>
        Where {arm.title} answers new cases of this kind at this confidence or more, at most{' '}
        {percent(risk)} of the answers are wrong. The procedure keeps such a promise with
        probability at least {percent(certainty)} over the draw of the{' '}
        {control.ordering + control.testing} cases it chose on, for any model and without any
        assumption about its confidence; the cases must be independent and the new ones must come
        from where these came from.
      </p>
      <p className={shared.lead}>
        On the other half it answers {answered.n} of {judge.correct.length} ({percent(coverage)}),{' '}
        {wrongIn(answered)}.
      </p>
    </>
  );
}

function NotFound({ arm, control }: { readonly arm: DeferArm; readonly control: RiskControl }) {
  const { risk, certainty } = useDefer();
  const first = control.tests[0];
  return (
    <p className={shared.lead} role="status" aria-label="Threshold for the target risk">
      <strong>No threshold qualifies.</strong>{' '}
      {first === undefined
        ? 'There are no decisions to choose on. Run some cases, or open a model with a shipped table.'
        : `Even where ${arm.title} looked surest, ${first.wrong} of ${first.answered} answers were wrong: with ` +
          `${percent(certainty)} confidence that bounds the risk by ${percent(first.upper)} only, above the target of ` +
          `${percent(risk)}. Allow a larger risk, use more cases, or a model whose confidence ranks its decisions.`}
    </p>
  );
}

/** How the threshold was found, and the tests that found it. */
function Tests({ control }: { readonly control: RiskControl }) {
  return (
    <details className={shared.details}>
      <summary>
        How it is chosen, and the{' '}
        {control.tests.length === 1 ? 'test' : `${control.tests.length} tests`}
      </summary>
      <p className={shared.quiet}>
        Learn then Test (Angelopoulos, Bates, Candès, Jordan & Lei 2021, arXiv 2110.01052). Of the
        choosing half (seed 0), {control.ordering} decisions say where to start and give ever looser
        thresholds; the other {control.testing} test one after the other, by the exact one-sided
        bound of Clopper and Pearson, until the first that may exceed the target. The last that
        passed is taken.
      </p>
      <div
        className={shared.scroll}
        tabIndex={0}
        role="region"
        aria-label="Tests of the target risk"
      >
        <table className={shared.figures}>
          <thead>
            <tr>
              <th scope="col">threshold</th>
              <th scope="col">answered</th>
              <th scope="col">wrong</th>
              <th scope="col">risk at most</th>
              <th scope="col">passed</th>
            </tr>
          </thead>
          <tbody>
            {[...control.tests.slice(0, 1), ...control.tests.slice(1).slice(-7)].map((one) => (
              <tr key={one.threshold}>
                <th scope="row">{showProbability(one.threshold)}</th>
                <td>{one.answered}</td>
                <td>{one.wrong}</td>
                <td>{percent(one.upper)}</td>
                <td>{one.passed ? 'yes' : 'no'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {control.tests.length > 8 && (
        <p className={shared.quiet}>The first test and the last seven.</p>
      )}
    </details>
  );
}

/** A threshold for a target risk, with a guarantee at any n. */
export function TargetRisk({ arm, halves }: Props) {
  const { risk, certainty, set } = useDefer();
  const request = useMemo(
    () => ({ kind: 'risk' as const, choose: halves.choose, risk, delta: 1 - certainty }),
    [halves, risk, certainty],
  );
  const n = halves.choose.correct.length + halves.judge.correct.length;
  const { answer: control, fresh, problem } = useAnswer(askRisk, request, restFor(n));
  return (
    <section className={shared.section} aria-label="Target risk">
      <h2>A threshold for a target risk, guaranteed</h2>
      <div className={shared.controls}>
        <NumberField
          label="Target risk, % wrong"
          value={risk}
          show={show}
          read={read}
          onChange={(value) => set('risk', value)}
          title="0.1 to 90"
        />
        <NumberField
          label="Confidence 1 − δ, %"
          value={certainty}
          show={show}
          read={read}
          onChange={(value) => set('certainty', value)}
          title="51 to 99.9"
        />
      </div>
      <div className={shared.section} data-fresh={fresh}>
        {problem !== null ? (
          <p className={shared.problem}>{problem}</p>
        ) : control === null ? (
          <p className={shared.quiet}>Testing thresholds …</p>
        ) : control.threshold === null ? (
          <NotFound arm={arm} control={control} />
        ) : (
          <Found arm={arm} halves={halves} control={control} threshold={control.threshold} />
        )}
      </div>
      {control !== null && <Tests control={control} />}
    </section>
  );
}
