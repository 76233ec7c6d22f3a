import { useId } from 'react';
import { deferAt, type Share } from '../../calibration/deferral';
import { fromLogOdds, logOddsAxis, onAxis, showProbability } from '../../charts/logOddsAxis';
import { percent } from '../numbers';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { NumberField } from './NumberField';
import { range } from './text';
import { useDefer } from './useDefer';
import styles from './defer.module.css';

function Outcome({ name, share, of }: { name: string; share: Share; of: number }) {
  return (
    <div role="status" aria-label={name}>
      <span>{name}</span>
      <p>
        {share.n}{' '}
        <small>
          of {of} · {percent(share.n / of)}
        </small>
      </p>
      <p>
        {percent(share.accuracy)} right {share.n > 0 && <small>95 % interval {range(share)}</small>}
      </p>
    </div>
  );
}

/** The threshold, on a slider in log-odds over the confidences that there are, and what it does. */
export function ThresholdControl({ arm }: { readonly arm: DeferArm }) {
  const id = useId();
  const { threshold, set } = useDefer();
  const { confidence, correct, n } = arm.shown;
  const axis = logOddsAxis(confidence);
  const { answered, deferred, coverage } = deferAt(confidence, correct, threshold);
  const place = onAxis(axis, threshold);
  const move = (to: number) =>
    set('threshold', fromLogOdds(Math.min(axis.to, Math.max(axis.from, to))));
  const width = axis.to - axis.from;
  return (
    <section className={shared.section} aria-label="Threshold">
      <h2>Threshold: {arm.title}</h2>
      <div className={styles.threshold}>
        <label htmlFor={id}>Answer where confidence is at least</label>
        <input
          id={id}
          type="range"
          aria-valuetext={`${showProbability(threshold)}, answers ${percent(coverage)}`}
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
          label="Threshold"
          value={threshold}
          show={(value) => showProbability(value, 5)}
          onChange={(value) => set('threshold', value)}
          title="0 to 1"
        />
      </div>
      <div className={styles.outcomes}>
        <Outcome name="answered" share={answered} of={n} />
        <Outcome name="deferred" share={deferred} of={n} />
      </div>
    </section>
  );
}
