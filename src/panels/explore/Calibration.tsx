import { CONTROL_STRINGS } from '../../strings/controls';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useNumbers, useStrings } from '../../strings/language';
import { wilson } from '../../calibration/wilson';
import { CalibratorMap } from '../../charts/CalibratorMap';
import { calibratorMap } from '../../calibration/calibrators/map';
import type { Calibrated, Diagram, Reliability } from '../../state/reliability';
import type { EceStatistics } from '../../state/statistics';
import { useSettings } from '../controls';
import { useSay } from '../../strings/messages';
import styles from './calibration.module.css';

type Props = {
  readonly reliability: Reliability;
  readonly calibration: Calibrated;
  readonly statistics: EceStatistics | null;
  readonly fresh: boolean;
};

type Ends = { readonly low: number; readonly high: number };

const accuracyRange = ({ right, n }: Diagram) => wilson(right, n);

function BeforeAfter({
  reliability,
  before,
  statistics,
  fresh,
}: Omit<Props, 'calibration'> & { readonly before: Diagram }) {
  const { calibration: strings } = useStrings(EXPLORE_STRINGS);
  const { percentFigure } = useNumbers();
  const range = (ends: Ends | undefined) =>
    ends === undefined ? '…' : `${percentFigure(ends.low)} – ${percentFigure(ends.high)}`;
  const ofBefore = statistics?.before;
  const rows = [
    [strings.before, before, ofBefore?.interval],
    [strings.after, reliability, ofBefore === undefined ? undefined : statistics?.interval],
  ] as const;
  return (
    <table aria-label={strings.table} className={styles.figures}>
      <thead>
        <tr>
          <td />
          <th scope="col">n</th>
          <th scope="col">{strings.ece}</th>
          <th scope="col">{strings.interval}</th>
          <th scope="col">{strings.accuracy}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, diagram, interval]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{diagram.n}</td>
            <td>{percentFigure(diagram.ece)}</td>
            <td data-fresh={fresh}>{range(interval)}</td>
            <td>
              {percentFigure(diagram.accuracy)} <small>{range(accuracyRange(diagram))}</small>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{strings.change}</th>
          <td />
          <td>{percentFigure(reliability.ece - before.ece)}</td>
          <td data-fresh={fresh}>{range(ofBefore?.change)}</td>
          <td>{strings.unmoved}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const SHOWN = [0.3, 0.5, 0.7, 0.9, 0.99, 0.999, 0.9999];

/** What the chosen calibrator learned, its parameters, and what it does to decisions that it did not learn from. */
export function Calibration({ reliability, calibration, statistics, fresh }: Props) {
  const { scale, temperature } = useSettings();
  const { calibration: strings } = useStrings(EXPLORE_STRINGS);
  const { calibrators } = useStrings(CONTROL_STRINGS);
  const { probability } = useNumbers();
  const say = useSay();
  if (calibration.status === 'failed')
    return (
      <p className={styles.problem} role="status" aria-label={strings.label}>
        {strings.failed(calibrators[calibration.name].title, say(calibration.message))}
      </p>
    );
  const { calibrator, description, before } = calibration;
  const map = calibratorMap(calibrator, reliability.k, scale / temperature);
  const nearest = (c: number) =>
    map.before.reduce(
      (best, x, i) => (Math.abs(x - c) < Math.abs(map.before[best]! - c) ? i : best),
      0,
    );
  const shown = SHOWN.filter((c) => c >= 1 / reliability.k).map(nearest);
  const { title } = calibrators[calibrator.name];
  return (
    <section aria-label={strings.label} className={styles.calibration}>
      <div className={styles.pair}>
        <CalibratorMap
          before={map.before}
          after={map.after}
          rowsBefore={before.confidence}
          rowsAfter={reliability.confidence}
          title={strings.map(title)}
          summary={strings.summary(before.n, before.meanConfidence, reliability.meanConfidence)}
        />
        <div className={styles.words}>
          <h3>{title}</h3>
          <p>{say(description)}</p>
          <p>
            {calibrator.name === 'barycentre'
              ? strings.learnsNothing
              : strings.shown(reliability.n)}
          </p>
        </div>
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={strings.beforeAfter}>
        <BeforeAfter
          reliability={reliability}
          before={before}
          statistics={statistics}
          fresh={fresh}
        />
      </div>
      <details className={styles.details}>
        <summary>{strings.mapTable}</summary>
        <table aria-label={strings.mapLabel} className={styles.figures}>
          <thead>
            <tr>
              <th scope="col">{strings.confidence}</th>
              <th scope="col">{strings.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((i) => (
              <tr key={i}>
                <th scope="row">{probability(map.before[i]!)}</th>
                <td>{probability(map.after[i]!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
