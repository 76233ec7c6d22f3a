import { useId } from 'react';
import { deferAt, type Share } from '../../calibration/deferral';
import { fromLogOdds, logOddsAxis, onAxis } from '../../charts/logOddsAxis';
import { DEFER_STRINGS } from '../../strings/defer';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { NumberField } from './NumberField';
import { useText } from './text';
import { useDefer } from './useDefer';
import styles from './defer.module.css';

function Outcome({ name, share, of }: { name: string; share: Share; of: number }) {
  const { control: strings } = useStrings(DEFER_STRINGS);
  const { percent } = useNumbers();
  const { range } = useText();
  return (
    <div role="status" aria-label={name}>
      <span>{name}</span>
      <p>
        {share.n} <small>{strings.of(of, percent(share.n / of))}</small>
      </p>
      <p>
        {strings.right(percent(share.accuracy))}{' '}
        {share.n > 0 && <small>{strings.interval(range(share))}</small>}
      </p>
    </div>
  );
}

/** The threshold, on a slider in log-odds over the confidences that there are, and what it does. */
export function ThresholdControl({ arm }: { readonly arm: DeferArm }) {
  const id = useId();
  const { control: strings } = useStrings(DEFER_STRINGS);
  const { percent } = useNumbers();
  const { tell } = useText();
  const { threshold, set } = useDefer();
  const { confidence, correct, n } = arm.shown;
  const axis = logOddsAxis(confidence);
  const { answered, deferred, coverage } = deferAt(confidence, correct, threshold);
  const place = onAxis(axis, threshold);
  const move = (to: number) =>
    set('threshold', fromLogOdds(Math.min(axis.to, Math.max(axis.from, to))));
  const width = axis.to - axis.from;
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h2>{strings.title(arm.title)}</h2>
      <div className={styles.threshold}>
        <label htmlFor={id}>{strings.slider}</label>
        <input
          id={id}
          type="range"
          aria-valuetext={strings.told(tell(threshold), percent(coverage))}
          min={axis.from}
          max={axis.to}
          step="any"
          value={place}
          onChange={({ target }) => move(Number(target.value))}
          onKeyDown={(event) => {
            const step = {
              ...{ ArrowLeft: -0.005, ArrowDown: -0.005, ArrowRight: 0.005, ArrowUp: 0.005 },
              ...{ PageDown: -0.05, PageUp: 0.05 },
            }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            move(place + step * width);
          }}
        />
        <NumberField
          label={strings.field}
          value={threshold}
          show={(value) => tell(value, 5)}
          onChange={(value) => set('threshold', value)}
          title={strings.allowed}
        />
      </div>
      <div className={styles.outcomes}>
        <Outcome name={strings.answered} share={answered} of={n} />
        <Outcome name={strings.deferred} share={deferred} of={n} />
      </div>
    </section>
  );
}
