import type { Reliability } from '../../state/reliability';
import type { EceStatistics } from '../../state/statistics';
import type { DecisionTable } from '../../traces/decisionTable';
import { wilson } from '../../calibration/wilson';
import { percent } from '../numbers';
import styles from './diagram.module.css';

type Props = {
  readonly reliability: Reliability;
  readonly statistics: EceStatistics | null;
  readonly fresh: boolean;
  readonly table: DecisionTable;
};

function Missing({ table }: { table: DecisionTable }) {
  const missing = Object.values(table.missing).reduce((sum, count) => sum + count, 0);
  if (missing === 0) return null;
  return <> · {missing} without a decision, left out</>;
}

/** ECE with interval and null, accuracy, mean confidence, n. */
export function Numbers({ reliability, statistics, fresh, table }: Props) {
  const { n, right, ece, accuracy, meanConfidence } = reliability;
  const range = n === 0 ? null : wilson(right, n);
  return (
    <div className={styles.numbers}>
      <div className={styles.ece}>
        <div role="status" aria-label="Expected calibration error">
          <strong>{percent(ece)}</strong>{' '}
          {statistics !== null && (
            <span className={styles.range} data-fresh={fresh}>
              {percent(statistics.interval.low)} – {percent(statistics.interval.high)}
            </span>
          )}
        </div>
        <span className={styles.name}>
          expected calibration error, 95 % interval
          {statistics !== null && (
            <span data-fresh={fresh}>
              . Null ECE {percent(statistics.null.mean)}: what a calibrated model would show at this{' '}
              <i>n</i>
            </span>
          )}
        </span>
      </div>
      <dl>
        <div>
          <dt>accuracy</dt>
          <dd>
            {percent(accuracy)}
            {range !== null && (
              <small>
                {percent(range.low)} – {percent(range.high)}
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>mean confidence</dt>
          <dd>
            {percent(meanConfidence)}
            {n > 0 && (
              <small>
                {Math.abs(100 * (meanConfidence - accuracy)).toFixed(1)} points{' '}
                {meanConfidence >= accuracy ? 'above' : 'below'} accuracy
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>n</dt>
          <dd>
            {n}
            <small>
              {table.labels.length} options
              <Missing table={table} />
            </small>
          </dd>
        </div>
      </dl>
    </div>
  );
}
