import { useMemo } from 'react';
import { deferAt, thresholdAtCoverage } from '../../calibration/deferral';
import { calibratedThreshold, costAt, costCurve } from '../../calibration/deferralCost';
import { LineChart } from '../../charts/LineChart';
import { niceDomain, thinnedAt, type Point } from '../../charts/lineLayout';
import {
  fromLogOdds,
  logOdds,
  logOddsAxis,
  logOddsTicks,
  onAxis,
  type LogOddsAxis,
} from '../../charts/logOddsAxis';
import type { ThresholdHalves } from '../../state/deferral';
import { DEFER_STRINGS } from '../../strings/defer';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { CurveTable, TENTHS } from './CurveTable';
import { NumberField } from './NumberField';
import { useText } from './text';
import { useDefer } from './useDefer';
import styles from './defer.module.css';

/** Steps that are drawn at most: each has two points. */
const MOST_STEPS = 120;

/** The curve as steps: the cost stays until the threshold passes the next confidence. Of many steps, some are left out. */
function steps(
  { threshold, cost: costs }: ReturnType<typeof costCurve>,
  axis: LogOddsAxis,
): Point[] {
  const points: Point[] = [[axis.from, costs.at(-1)!]];
  const kept = thinnedAt(costs.length, MOST_STEPS).reverse();
  for (const [at, i] of kept.slice(0, -1).entries()) {
    const x = onAxis(axis, threshold[i]!);
    points.push([x, costs[i]!], [x, costs[kept[at + 1]!]!]);
  }
  points.push([axis.to, costs[0]!]);
  return points;
}

type Props = { readonly arm: DeferArm; readonly halves: ThresholdHalves };

/** What errors and deferrals cost, the threshold that makes them cheapest, and the expected cost of a case. */
export function Costs({ arm, halves }: Props) {
  const { threshold, errorCost: error, deferralCost: deferral, set } = useDefer();
  const {
    costs: strings,
    interval,
    answeredPercent,
    threshold: thresholdName,
  } = useStrings(DEFER_STRINGS);
  const { percentFigure } = useNumbers();
  const { cost, decimal, tell } = useText();
  const { choose, judge } = halves;
  const { axis, curve, best, theory } = useMemo(() => {
    const costs = { error, deferral };
    const chosen = costCurve(choose.confidence, choose.correct, costs);
    return {
      axis: logOddsAxis(arm.shown.confidence),
      curve: costCurve(judge.confidence, judge.correct, costs),
      best: chosen.threshold[chosen.best]!,
      theory: calibratedThreshold(costs),
    };
  }, [arm, choose, judge, error, deferral]);
  const points = useMemo(() => steps(curve, axis), [curve, axis]);
  const rows = [
    { key: 'this', name: strings.names.this, at: threshold, rule: strings.rules.this },
    { key: 'theory', name: strings.names.theory, at: theory, rule: strings.rules.theory },
    { key: 'best', name: strings.names.best, at: best, rule: strings.rules.best },
    { key: 'all', name: strings.names.all, at: 0, rule: null },
    { key: 'none', name: strings.names.none, at: Infinity, rule: null },
  ].map((row) => ({
    ...row,
    mean: costAt(judge.confidence, judge.correct, row.at, { error, deferral }),
    coverage: deferAt(judge.confidence, judge.correct, row.at).coverage,
  }));
  const [now, calibrated, cheapest] = rows;
  const n = judge.correct.length;
  const field = (label: string, name: 'errorCost' | 'deferralCost', value: number) => (
    <NumberField
      label={label}
      value={value}
      show={(shown) => decimal(String(shown))}
      onChange={(typed) => set(name, typed)}
      title={strings.allowed}
    />
  );
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h2>{strings.heading}</h2>
      <div className={shared.controls}>
        {field(strings.error, 'errorCost', error)}
        {field(strings.deferral, 'deferralCost', deferral)}
      </div>
      <p className={shared.lead}>
        {theory === 0
          ? strings.never
          : strings.pays(decimal(String(deferral)), decimal(String(error)), tell(theory))}
      </p>
      <LineChart
        title={strings.title}
        summary={strings.summary(
          cost(now!.mean.value),
          cost(calibrated!.mean.value),
          cost(cheapest!.mean.value),
          n,
        )}
        series={[{ key: 'cost', label: arm.short, style: arm.style, strong: true, points }]}
        rules={rows.flatMap(({ key, at, rule }) =>
          rule === null ? [] : [{ key, x: onAxis(axis, at), label: rule }],
        )}
        domain={{ x: [axis.from, axis.to], y: niceDomain(curve.cost, 0) }}
        x={{
          label: strings.x,
          ticks: logOddsTicks(axis).map(logOdds),
          format: (x) => tell(Number(fromLogOdds(x).toPrecision(13))),
          tell: (x) => tell(fromLogOdds(x), 4),
        }}
        y={{
          label: strings.y,
          format: (y) => decimal(String(Number(y.toPrecision(6)))),
          tell: cost,
        }}
        onPick={(x) => set('threshold', fromLogOdds(x))}
      />
      <div className={shared.scroll} tabIndex={0} role="region" aria-label={strings.table}>
        <table className={shared.figures}>
          <thead>
            <tr>
              <th scope="col">{thresholdName}</th>
              <td />
              <th scope="col">{answeredPercent}</th>
              <th scope="col">{strings.y}</th>
              <th scope="col">{interval}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, at, mean, coverage }) => (
              <tr key={key} className={styles.row} data-current={key === 'this' || undefined}>
                <th scope="row">{name}</th>
                <td>{at === Infinity ? '–' : tell(at)}</td>
                <td>{percentFigure(coverage)}</td>
                <td>{cost(mean.value)}</td>
                <td>{n === 0 ? '–' : `${cost(mean.low)} – ${cost(mean.high)}`}</td>
                <td>
                  {at !== Infinity && key !== 'this' && (
                    <button
                      type="button"
                      aria-label={strings.useOf(tell(at))}
                      onClick={() => set('threshold', at)}
                    >
                      {strings.use}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CurveTable
        summary={strings.asTable}
        head={[strings.atLeast, thresholdName, strings.y]}
        rows={[0, ...TENTHS].map((share) => {
          const at = thresholdAtCoverage(curve, share);
          const index = curve.threshold.indexOf(at);
          return [
            percentFigure(share),
            at === Infinity ? '–' : tell(at),
            cost(curve.cost[index] ?? NaN),
          ];
        })}
      />
      <p className={shared.quiet}>{strings.note(n, choose.correct.length)}</p>
    </section>
  );
}
