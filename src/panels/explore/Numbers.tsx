import { EXPLORE_STRINGS } from '../../strings/explore';
import { useNumbers, useStrings } from '../../strings/language';
import type { Reliability } from '../../state/reliability';
import type { EceStatistics } from '../../state/statistics';
import type { DiagramBounds } from '../../state/tableBounds';
import type { DecisionTable } from '../../traces/decisionTable';
import { wilson } from '../../calibration/wilson';
import styles from './diagram.module.css';

type Props = {
  readonly reliability: Reliability;
  readonly statistics: EceStatistics | null;
  readonly fresh: boolean;
  readonly table: DecisionTable;
  readonly bounds: DiagramBounds | null;
};

function Missing({ table }: { table: DecisionTable }) {
  const { numbers: strings } = useStrings(EXPLORE_STRINGS);
  const missing = Object.values(table.missing).reduce((sum, count) => sum + count, 0);
  if (missing === 0) return null;
  return strings.missing(missing);
}

/** ECE with interval and null, accuracy, mean confidence, n. */
export function Numbers({ reliability, statistics, fresh, table, bounds }: Props) {
  const { n, right, ece, accuracy, meanConfidence } = reliability;
  const { numbers: strings } = useStrings(EXPLORE_STRINGS);
  const { percent } = useNumbers();
  const range = n === 0 ? null : wilson(right, n);
  return (
    <div className={styles.numbers}>
      <div className={styles.ece}>
        <div role="status" aria-label={strings.ece}>
          <strong>{percent(ece)}</strong>{' '}
          {statistics !== null && (
            <span className={styles.range} data-fresh={fresh}>
              {percent(statistics.interval.low)} – {percent(statistics.interval.high)}
            </span>
          )}
        </div>
        <span className={styles.name}>
          {strings.name}
          {statistics !== null && (
            <span data-fresh={fresh}>
              {strings.null(percent(statistics.null.mean).replace(' ', '\u00a0'))} <i>n</i>
            </span>
          )}
        </span>
        {bounds !== null && (
          <p className={styles.name}>
            {strings.bounds(
              percent(bounds.ece.low),
              percent(bounds.ece.high),
              bounds.ece.outside + bounds.ece.partly,
            )}
          </p>
        )}
      </div>
      <dl>
        <div>
          <dt>{strings.accuracy}</dt>
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
          <dt>{strings.confidence}</dt>
          <dd>
            {percent(meanConfidence)}
            {n > 0 && <small>{strings.gap(meanConfidence - accuracy)}</small>}
          </dd>
        </div>
        <div>
          <dt>n</dt>
          <dd>
            {n}
            <small>
              {strings.options(table.labels.length)}
              <Missing table={table} />
            </small>
          </dd>
        </div>
      </dl>
    </div>
  );
}
