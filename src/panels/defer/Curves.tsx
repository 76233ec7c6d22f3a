import { useMemo } from 'react';
import { aurcInterval } from '../../calibration/aurcInterval';
import { deferAt, thresholdAtCoverage, thresholdSteps } from '../../calibration/deferral';
import { accuracyAtCoverage, riskCoverage } from '../../calibration/riskCoverage';
import { LineChart } from '../../charts/LineChart';
import { niceDomain, type Point } from '../../charts/lineLayout';
import { showProbability } from '../../charts/logOddsAxis';
import { percent, percentFigure, probability } from '../numbers';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { CurveTable, TENTHS } from './CurveTable';
import { range, riskOf, signed } from './text';
import { useDefer } from './useDefer';
import { useSettled } from './useSettled';
import styles from './defer.module.css';

/** Answers below which an error rate says too little to be drawn. */
const FEWEST = 20;

const curveOf = ({ shown }: DeferArm) => riskCoverage(shown.confidence, shown.correct);

function pointsOf({ risk }: ReturnType<typeof curveOf>): Point[] {
  return Array.from(risk, (value, i): Point => [(i + 1) / risk.length, value]).slice(
    Math.min(FEWEST, risk.length) - 1,
  );
}

function Table({ arms }: { readonly arms: readonly DeferArm[] }) {
  const { threshold } = useDefer();
  const [settled, fresh] = useSettled(arms);
  const areas = useMemo(
    () =>
      new Map(
        settled.map(({ model, shown }) => [model, aurcInterval(shown.confidence, shown.correct)]),
      ),
    [settled],
  );
  return (
    <div className={shared.scroll} tabIndex={0} role="region" aria-label="Arms at the threshold">
      <table className={shared.figures}>
        <thead>
          <tr>
            <th scope="col">arm</th>
            <th scope="col">n</th>
            <th scope="col">answered %</th>
            <th scope="col">wrong among them %</th>
            <th scope="col">AURC</th>
            <th scope="col">excess AURC</th>
          </tr>
        </thead>
        <tbody>
          {arms.map(({ model, title, short, shown, current }) => {
            const { answered, coverage } = deferAt(shown.confidence, shown.correct, threshold);
            const area = areas.get(model);
            const risk = riskOf(answered);
            return (
              <tr key={model} data-current={current || undefined} className={styles.row}>
                <th scope="row" title={title}>
                  {short}
                </th>
                <td>{shown.n}</td>
                <td>{percentFigure(coverage)}</td>
                <td>
                  {percentFigure(risk.value)} {answered.n > 0 && <small>{range(risk)}</small>}
                </td>
                <td data-fresh={fresh}>
                  {probability(area?.aurc.value ?? NaN)}{' '}
                  {area && (
                    <small>
                      {probability(area.aurc.low)} – {probability(area.aurc.high)}
                    </small>
                  )}
                </td>
                <td data-fresh={fresh}>
                  {signed(area?.excess.value ?? NaN)}{' '}
                  {area && (
                    <small>
                      {signed(area.excess.low)} – {signed(area.excess.high)}
                    </small>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Risk–coverage curves of all arms, the threshold marked on each. */
export function Curves({ arms }: { readonly arms: readonly DeferArm[] }) {
  const { threshold, set } = useDefer();
  const curves = useMemo(() => arms.map(curveOf), [arms]);
  const points = useMemo(() => curves.map(pointsOf), [curves]);
  const series = arms.map((arm, i) => {
    const { answered, coverage } = deferAt(arm.shown.confidence, arm.shown.correct, threshold);
    const risk = riskOf(answered);
    return {
      ...{ key: arm.model, label: arm.short, style: arm.style, strong: arm.current },
      points: points[i]!,
      mark:
        answered.n === 0 ? null : { x: coverage, y: risk.value, low: risk.low, high: risk.high },
    };
  });
  const current = arms.find((arm) => arm.current);
  const summary = series
    .map(({ label, mark }) =>
      mark === null
        ? `${label} answers nothing.`
        : `${label} answers ${percent(mark.x)} with ${percent(mark.y)} wrong.`,
    )
    .join(' ');
  return (
    <section className={shared.section} aria-label="Risk and coverage">
      <h2>Risk by coverage: what is wrong among the most confident answers</h2>
      <LineChart
        title="Risk–coverage curves"
        summary={`At threshold ${showProbability(threshold)}: ${summary}`}
        series={series}
        domain={{
          x: [0, 1],
          y: niceDomain(
            points.flat().map(([, risk]) => risk),
            0,
          ),
        }}
        x={{ label: 'answered, %', format: (share) => String(Math.round(100 * share)) }}
        y={{ label: 'wrong among them, %', format: (risk) => String(Math.round(100 * risk)) }}
        {...(current && {
          onPick: (share: number) => {
            const { confidence, correct } = current.shown;
            const at = thresholdAtCoverage(thresholdSteps(confidence, correct), share);
            set('threshold', Math.min(1, at));
          },
        })}
      />
      <p className={shared.quiet}>
        A falling line to the left means that confidence ranks: what is deferred is what is wrong. A
        marker is the threshold’s point on each arm with its 95 % interval; a click sets the
        threshold of the current one. Drawn from {FEWEST} answers on.
      </p>
      <CurveTable
        summary="The curves as a table"
        head={['answered %', ...arms.map(({ short }) => `${short}: wrong %`)]}
        rows={TENTHS.map((share) => [
          percentFigure(share),
          ...curves.map((curve) => percentFigure(1 - accuracyAtCoverage(curve, share))),
        ])}
      />
      <Table arms={arms} />
      <p className={shared.quiet}>
        AURC: mean error rate over all coverages, 95 % interval from a bootstrap; excess: above a
        perfect ranking of equal accuracy, so it is about the ranking alone.
      </p>
    </section>
  );
}
