import { useMemo } from 'react';
import { cascadeCurve, cascadeOutcomes } from '../../calibration/cascade';
import { shareOf } from '../../calibration/deferral';
import { pairedDifference, type Difference } from '../../calibration/pairedDifference';
import { LineChart } from '../../charts/LineChart';
import { niceDomain, thinnedAt, type Point } from '../../charts/lineLayout';
import { pairWithFallback, type Paired } from '../../state/deferral';
import { DEFER_STRINGS } from '../../strings/defer';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { CurveTable, TENTHS } from './CurveTable';
import { useText } from './text';
import { useDefer } from './useDefer';
import { useSettled } from './useSettled';
import styles from './defer.module.css';

const rightsOf = (outcomes: Uint8Array) => outcomes.reduce((sum, y) => sum + y, 0);
const share = (outcomes: Uint8Array) => shareOf(rightsOf(outcomes), outcomes.length);

/** 1000 up to 2000 cases, fewer above: it runs between two moves of a slider. */
const resamples = (n: number) => Math.max(100, Math.min(1000, Math.floor(2e6 / Math.max(1, n))));

function against(cascade: Uint8Array, alone: Uint8Array): Difference {
  const accuracy = (outcomes: Uint8Array) => (rows: Uint32Array) => {
    let sum = 0;
    for (const row of rows) sum += outcomes[row]!;
    return sum / rows.length;
  };
  const n = cascade.length;
  return pairedDifference(n, accuracy(cascade), accuracy(alone), { resamples: resamples(n) });
}

function Result({ arm, other, paired }: { arm: DeferArm; other: DeferArm; paired: Paired }) {
  const { threshold, set } = useDefer();
  const { fallback: strings, interval } = useStrings(DEFER_STRINGS);
  const { percent, percentFigure } = useNumbers();
  const { range, decimal } = useText();
  const { confidence, first, second } = paired;
  const n = first.length;
  const cascade = useMemo(
    () => cascadeOutcomes(confidence, first, second, threshold),
    [confidence, first, second, threshold],
  );
  const [settled, fresh] = useSettled(cascade);
  const differences = useMemo(
    // A settled cascade of other pairs is about to be replaced.
    () =>
      settled.length !== first.length
        ? null
        : ([against(settled, first), against(settled, second)] as const),
    [settled, first, second],
  );
  const curve = useMemo(() => cascadeCurve(confidence, first, second), [confidence, first, second]);
  const points = useMemo(
    () => thinnedAt(curve.sent.length).map((i): Point => [curve.sent[i]!, curve.accuracy[i]!]),
    [curve],
  );
  const sent = confidence.reduce((sum, c) => sum + (c >= threshold ? 0 : 1), 0);
  const whole = share(cascade);
  const rows = [
    { name: strings.cascade, accuracy: whole, difference: null },
    { name: strings.alone(arm.title), accuracy: share(first), difference: differences?.[0] },
    { name: strings.alone(other.title), accuracy: share(second), difference: differences?.[1] },
  ];
  return (
    <>
      <p role="status" aria-label={strings.status} className={shared.lead}>
        <strong className={styles.figure}>{percent(whole.accuracy)}</strong>{' '}
        {strings.result(range(whole), sent, n, percent(sent / n), other.title)}
      </p>
      <LineChart
        title={strings.title}
        summary={[
          strings.summary(
            arm.title,
            percent(rows[1]!.accuracy.accuracy),
            other.title,
            percent(rows[2]!.accuracy.accuracy),
          ),
          strings.summaryNow(percent(whole.accuracy), percent(sent / n)),
        ].join(' ')}
        series={[
          {
            ...{ key: 'cascade', label: other.short, style: arm.style, strong: true, points },
            mark: { x: sent / n, y: whole.accuracy, low: whole.low, high: whole.high },
          },
        ]}
        domain={{
          x: [0, 1],
          y: niceDomain(
            points.map(([, y]) => y),
            whole.low,
            whole.high,
          ),
        }}
        x={{
          label: strings.x,
          format: (x) => String(Math.round(100 * x)),
          tell: percentFigure,
        }}
        y={{
          label: strings.y,
          format: (y) => decimal(String(Number((100 * y).toPrecision(3)))),
          tell: percentFigure,
        }}
        onPick={(x) => {
          const at = curve.sent.findLastIndex((value) => value <= x);
          set('threshold', Math.min(1, curve.threshold[Math.max(0, at)]!));
        }}
      />
      <div className={shared.scroll} tabIndex={0} role="region" aria-label={strings.table}>
        <table className={shared.figures}>
          <thead>
            <tr>
              <td />
              <th scope="col">{strings.right}</th>
              <th scope="col">{interval}</th>
              <th scope="col">{strings.difference}</th>
              <th scope="col">{strings.paired}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, accuracy, difference }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{percentFigure(accuracy.accuracy)}</td>
                <td>{range(accuracy)}</td>
                <td data-fresh={fresh}>
                  {difference == null ? '' : percentFigure(difference.value)}
                </td>
                <td data-fresh={fresh}>{difference == null ? '' : range(difference)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CurveTable
        summary={strings.asTable}
        head={[strings.most, strings.right]}
        rows={[0, ...TENTHS].map((most) => [
          percentFigure(most),
          percentFigure(
            curve.accuracy[curve.sent.findLastIndex((value) => value <= most + 1e-12)] ?? NaN,
          ),
        ])}
      />
      <p className={shared.quiet}>
        {paired.alone > 0 ? strings.bothBut(n, paired.alone, other.title) : strings.both(n)}
      </p>
    </>
  );
}

/** What is deferred goes to another model: the cascade against each alone. */
export function Fallback({
  arm,
  arms,
}: {
  readonly arm: DeferArm;
  readonly arms: readonly DeferArm[];
}) {
  const { fallback, setFallback } = useDefer();
  const { fallback: strings } = useStrings(DEFER_STRINGS);
  const { percent } = useNumbers();
  const others = useMemo(
    () =>
      arms
        .filter((other) => other !== arm)
        .map((other) => ({ other, paired: pairWithFallback(arm.table, arm.shown, other.table) }))
        .filter(({ paired }) => paired.first.length > 0),
    [arm, arms],
  );
  const accuracy = ({ paired }: (typeof others)[number]) => share(paired.second).accuracy;
  const best = others.toSorted((a, b) => accuracy(b) - accuracy(a))[0];
  const chosen = others.find(({ other }) => other.model === fallback) ?? best;
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h2>{strings.heading}</h2>
      {chosen === undefined ? (
        <p className={shared.empty}>{strings.none}</p>
      ) : (
        <>
          <div className={shared.controls}>
            <label>
              {strings.choose}
              <select
                value={chosen.other.model}
                onChange={({ target }) => setFallback(target.value)}
              >
                {others.map((one) => (
                  <option key={one.other.model} value={one.other.model}>
                    {strings.option(one.other.title, percent(accuracy(one)))}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <Result arm={arm} {...chosen} />
        </>
      )}
    </section>
  );
}
