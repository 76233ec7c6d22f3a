import { wilson } from '../../calibration/wilson';
import { CalibratorMap } from '../../charts/CalibratorMap';
import { calibratorMap } from '../../calibration/calibrators/map';
import type { Calibrated, Diagram, Reliability } from '../../state/reliability';
import type { EceStatistics } from '../../state/statistics';
import { CALIBRATORS } from '../calibrators';
import { useSettings } from '../controls';
import { percent, percentFigure, probability } from '../numbers';
import styles from './calibration.module.css';

type Props = {
  readonly reliability: Reliability;
  readonly calibration: Calibrated;
  readonly statistics: EceStatistics | null;
  readonly fresh: boolean;
};

type Ends = { readonly low: number; readonly high: number };
const range = (ends: Ends | undefined) =>
  ends === undefined ? '…' : `${percentFigure(ends.low)} – ${percentFigure(ends.high)}`;

const accuracyRange = ({ right, n }: Diagram) => wilson(right, n);

function BeforeAfter({
  reliability,
  before,
  statistics,
  fresh,
}: Omit<Props, 'calibration'> & { readonly before: Diagram }) {
  const ofBefore = statistics?.before;
  const rows = [
    ['before', before, ofBefore?.interval],
    ['after', reliability, ofBefore === undefined ? undefined : statistics?.interval],
  ] as const;
  return (
    <table aria-label="Before and after the calibrator" className={styles.figures}>
      <thead>
        <tr>
          <td />
          <th scope="col">n</th>
          <th scope="col">ECE %</th>
          <th scope="col">95 % interval</th>
          <th scope="col">accuracy %</th>
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
          <th scope="row">change</th>
          <td />
          <td>{percentFigure(reliability.ece - before.ece)}</td>
          <td data-fresh={fresh}>{range(ofBefore?.change)}</td>
          <td>none: it moves no decision</td>
        </tr>
      </tfoot>
    </table>
  );
}

const SHOWN = [0.3, 0.5, 0.7, 0.9, 0.99, 0.999, 0.9999];

/** What the chosen calibrator learned, its parameters, and what it does to decisions that it did not learn from. */
export function Calibration({ reliability, calibration, statistics, fresh }: Props) {
  const { scale, temperature } = useSettings();
  if (calibration.status === 'failed')
    return (
      <p className={styles.problem} role="status" aria-label="Calibrator">
        {CALIBRATORS[calibration.name].title} cannot be fitted: {calibration.message} The numbers
        are those without a calibrator.
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
  const { title } = CALIBRATORS[calibrator.name];
  return (
    <section aria-label="Calibrator" className={styles.calibration}>
      <div className={styles.pair}>
        <CalibratorMap
          before={map.before}
          after={map.after}
          rowsBefore={before.confidence}
          rowsAfter={reliability.confidence}
          title={`What ${title} makes of a confidence`}
          summary={`Mean confidence of ${before.n} decisions goes from ${percent(before.meanConfidence)} to ${percent(reliability.meanConfidence)}.`}
        />
        <div className={styles.words}>
          <h3>{title}</h3>
          <p>{description}</p>
          <p>
            {calibrator.name === 'barycentre'
              ? 'It learns nothing, so all decisions are shown.'
              : `Shown: the ${reliability.n} decisions of the other half of the cases (seed 0).`}
          </p>
        </div>
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Before and after">
        <BeforeAfter
          reliability={reliability}
          before={before}
          statistics={statistics}
          fresh={fresh}
        />
      </div>
      <details className={styles.details}>
        <summary>The map as a table</summary>
        <table aria-label="Calibrator map" className={styles.figures}>
          <thead>
            <tr>
              <th scope="col">confidence</th>
              <th scope="col">becomes</th>
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
