import { useMemo } from 'react';
import { deferAt } from '../../calibration/deferral';
import type { RiskControl } from '../../calibration/riskControl';
import type { ThresholdHalves } from '../../state/deferral';
import { DEFER_STRINGS } from '../../strings/defer';
import { useNumbers, useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { restFor, useAnswer } from '../useAnswer';
import { NumberField } from './NumberField';
import { riskOf, useText } from './text';
import { useDefer } from './useDefer';
import { askRisk } from './worker';
import styles from './defer.module.css';

const shownPercent = (share: number) => String(Number((100 * share).toPrecision(4)));
const read = (typed: number) => typed / 100;

type Props = { readonly arm: DeferArm; readonly halves: ThresholdHalves };

function Found({
  arm,
  halves,
  control,
  threshold,
}: Props & { readonly control: RiskControl; readonly threshold: number }) {
  const { risk, certainty, set } = useDefer();
  const { target: strings } = useStrings(DEFER_STRINGS);
  const { percent } = useNumbers();
  const { range, tell } = useText();
  const { judge } = halves;
  const { answered, coverage } = deferAt(judge.confidence, judge.correct, threshold);
  const wrong = riskOf(answered);
  return (
    <>
      <p role="status" aria-label={strings.status}>
        <strong className={styles.figure}>{tell(threshold)}</strong>
        <button type="button" onClick={() => set('threshold', threshold)}>
          {strings.use}
        </button>
      </p>
      <p className={shared.lead}>
        {strings.promise(
          arm.title,
          percent(risk),
          percent(certainty),
          control.ordering + control.testing,
        )}
      </p>
      <p className={shared.lead}>
        {strings.judged(
          answered.n,
          judge.correct.length,
          percent(coverage),
          answered.n === 0 ? strings.noneWrong : strings.wrong(percent(wrong.value), range(wrong)),
        )}
      </p>
    </>
  );
}

function NotFound({ arm, control }: { readonly arm: DeferArm; readonly control: RiskControl }) {
  const { risk, certainty } = useDefer();
  const { target: strings } = useStrings(DEFER_STRINGS);
  const { percent } = useNumbers();
  const first = control.tests[0];
  return (
    <p className={shared.lead} role="status" aria-label={strings.status}>
      <strong>{strings.notFound}</strong>{' '}
      {first === undefined
        ? strings.noDecisions
        : [
            strings.tooRisky(arm.title, first.wrong, first.answered, percent(certainty)),
            strings.bound(percent(first.upper), percent(risk)),
          ].join(' ')}
    </p>
  );
}

/** How the threshold was found, and the tests that found it. */
function Tests({ control }: { readonly control: RiskControl }) {
  const { target: strings, threshold } = useStrings(DEFER_STRINGS);
  const { counted, percent } = useNumbers();
  const { tell } = useText();
  return (
    <details className={shared.details}>
      <summary>{strings.tests(control.tests.length, counted)}</summary>
      <p className={shared.quiet}>{strings.how(control.ordering, control.testing)}</p>
      <div className={shared.scroll} tabIndex={0} role="region" aria-label={strings.table}>
        <table className={shared.figures}>
          <thead>
            <tr>
              <th scope="col">{threshold}</th>
              <th scope="col">{strings.answered}</th>
              <th scope="col">{strings.wrongColumn}</th>
              <th scope="col">{strings.atMost}</th>
              <th scope="col">{strings.passed}</th>
            </tr>
          </thead>
          <tbody>
            {[...control.tests.slice(0, 1), ...control.tests.slice(1).slice(-7)].map((one) => (
              <tr key={one.threshold}>
                <th scope="row">{tell(one.threshold)}</th>
                <td>{one.answered}</td>
                <td>{one.wrong}</td>
                <td>{percent(one.upper)}</td>
                <td>{one.passed ? strings.yes : strings.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {control.tests.length > 8 && <p className={shared.quiet}>{strings.some}</p>}
    </details>
  );
}

/** A threshold for a target risk, with a guarantee at any n. */
export function TargetRisk({ arm, halves }: Props) {
  const { risk, certainty, set } = useDefer();
  const { target: strings } = useStrings(DEFER_STRINGS);
  const { decimal } = useText();
  const show = (share: number) => decimal(shownPercent(share));
  const request = useMemo(
    () => ({ kind: 'risk' as const, choose: halves.choose, risk, delta: 1 - certainty }),
    [halves, risk, certainty],
  );
  const n = halves.choose.correct.length + halves.judge.correct.length;
  const { answer: control, fresh, problem } = useAnswer(askRisk, request, restFor(n));
  const say = useSay();
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h2>{strings.heading}</h2>
      <div className={shared.controls}>
        <NumberField
          label={strings.risk}
          value={risk}
          show={show}
          read={read}
          onChange={(value) => set('risk', value)}
          title={strings.riskAllowed}
        />
        <NumberField
          label={strings.certainty}
          value={certainty}
          show={show}
          read={read}
          onChange={(value) => set('certainty', value)}
          title={strings.certaintyAllowed}
        />
      </div>
      <div className={shared.section} data-fresh={fresh || control === null}>
        {problem !== null ? (
          <p className={shared.problem}>{say(problem)}</p>
        ) : control === null ? (
          <p className={shared.quiet}>{strings.testing}</p>
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
