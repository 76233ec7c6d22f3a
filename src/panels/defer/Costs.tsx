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
  showProbability,
  type LogOddsAxis,
} from '../../charts/logOddsAxis';
import type { ThresholdHalves } from '../../state/deferral';
import { percentFigure } from '../numbers';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { CurveTable, TENTHS } from './CurveTable';
import { NumberField } from './NumberField';
import { cost } from './text';
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
    { key: 'this', name: 'this threshold', at: threshold, rule: 'now' },
    { key: 'theory', name: '1 − deferral/error', at: theory, rule: 'if calibrated' },
    { key: 'best', name: 'cheapest on the choosing half', at: best, rule: 'cheapest' },
    { key: 'all', name: 'answer everything', at: 0, rule: null },
    { key: 'none', name: 'defer everything', at: Infinity, rule: null },
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
      show={String}
      onChange={(typed) => set(name, typed)}
      title="0 or more, any unit"
    />
  );
  return (
    <section className={shared.section} aria-label="Costs">
      <h2>What an error and a deferral cost</h2>
      <div className={shared.controls}>
        {field('Cost of an error', 'errorCost', error)}
        {field('Cost of a deferral', 'deferralCost', deferral)}
      </div>
      <p className={shared.lead}>
        {theory === 0
          ? 'A deferral costs as much as an error or more, so deferring never pays if confidence is calibrated.'
          : `If confidence is calibrated, deferring pays below 1 − ${deferral}/${error} = ${showProbability(theory)}. ` +
            'Where it is not, the cheapest threshold lies elsewhere.'}
      </p>
      <LineChart
        title="Expected cost by threshold"
        summary={`At the present threshold a case costs ${cost(now!.mean.value)}, at 1 − deferral/error ${cost(calibrated!.mean.value)}, at the cheapest of the choosing half ${cost(cheapest!.mean.value)}; ${n} cases.`}
        series={[{ key: 'cost', label: arm.short, style: arm.style, strong: true, points }]}
        rules={rows.flatMap(({ key, at, rule }) =>
          rule === null ? [] : [{ key, x: onAxis(axis, at), label: rule }],
        )}
        domain={{ x: [axis.from, axis.to], y: niceDomain(curve.cost, 0) }}
        x={{
          label: 'threshold (spaced by log-odds)',
          ticks: logOddsTicks(axis).map(logOdds),
          format: (x) => showProbability(Number(fromLogOdds(x).toPrecision(13))),
          tell: (x) => showProbability(fromLogOdds(x), 4),
        }}
        y={{ label: 'cost of a case', format: (y) => String(Number(y.toPrecision(6))), tell: cost }}
        onPick={(x) => set('threshold', fromLogOdds(x))}
      />
      <div className={shared.scroll} tabIndex={0} role="region" aria-label="Expected costs">
        <table className={shared.figures}>
          <thead>
            <tr>
              <th scope="col">threshold</th>
              <td />
              <th scope="col">answered %</th>
              <th scope="col">cost of a case</th>
              <th scope="col">95 % interval</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, at, mean, coverage }) => (
              <tr key={key} className={styles.row} data-current={key === 'this' || undefined}>
                <th scope="row">{name}</th>
                <td>{at === Infinity ? '–' : showProbability(at)}</td>
                <td>{percentFigure(coverage)}</td>
                <td>{cost(mean.value)}</td>
                <td>{n === 0 ? '–' : `${cost(mean.low)} – ${cost(mean.high)}`}</td>
                <td>
                  {at !== Infinity && key !== 'this' && (
                    <button
                      type="button"
                      aria-label={`Use threshold ${showProbability(at)}`}
                      onClick={() => set('threshold', at)}
                    >
                      Use
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CurveTable
        summary="The cost curve as a table"
        head={['answered at least %', 'threshold', 'cost of a case']}
        rows={[0, ...TENTHS].map((share) => {
          const at = thresholdAtCoverage(curve, share);
          const index = curve.threshold.indexOf(at);
          return [
            percentFigure(share),
            at === Infinity ? '–' : showProbability(at),
            cost(curve.cost[index] ?? NaN),
          ];
        })}
      />
      <p className={shared.quiet}>
        Costs on the {n} decisions of the judging half; the cheapest threshold was chosen on the
        other {choose.correct.length}.
      </p>
    </section>
  );
}
