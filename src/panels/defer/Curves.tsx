import { useMemo } from 'react';
import { deferAt, thresholdAtCoverage, thresholdSteps } from '../../calibration/deferral';
import { accuracyAtCoverage, riskCoverage } from '../../calibration/riskCoverage';
import { LineChart } from '../../charts/LineChart';
import { niceDomain, thinnedAt, type Point } from '../../charts/lineLayout';
import { showProbability } from '../../charts/logOddsAxis';
import { percent, percentFigure, probability } from '../numbers';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { restFor, useAnswer } from '../useAnswer';
import { CurveTable, TENTHS } from './CurveTable';
import { range, riskOf, signed } from './text';
import { useDefer } from './useDefer';
import { askAreas } from './worker';
import styles from './defer.module.css';

/** Answers below which an error rate says too little to be drawn. */
const FEWEST = 20;

const curveOf = ({ shown }: DeferArm) => riskCoverage(shown.confidence, shown.correct);

function pointsOf({ risk }: ReturnType<typeof curveOf>): Point[] {
  const n = risk.length;
  const from = Math.min(FEWEST, n) - 1;
  return thinnedAt(n === 0 ? 0 : n - from).map((i) => [(from + i + 1) / n, risk[from + i]!]);
}

function Table({ arms }: { readonly arms: readonly DeferArm[] }) {
  const { threshold } = useDefer();
  // Asked again when the columns change, and not when another arm becomes the current one.
  const request = useMemo(
    () => ({
      kind: 'areas' as const,
      arms: arms.map(({ shown: { confidence, correct } }) => ({ confidence, correct })),
    }),
    [arms],
  );
  const most = Math.max(0, ...arms.map(({ shown }) => shown.n));
  const { answer: areas, fresh, problem } = useAnswer(askAreas, request, restFor(most));
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
          {arms.map(({ model, title, short, shown, current }, i) => {
            const { answered, coverage } = deferAt(shown.confidence, shown.correct, threshold);
            // Of other arms while it is not fresh: those have other rows.
            const area = areas?.length === arms.length ? areas[i] : undefined;
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
      {problem !== null && <p className={shared.problem}>{problem}</p>}
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
        x={{
          label: 'answered, %',
          format: (share) => String(Math.round(100 * share)),
          tell: percentFigure,
        }}
        y={{
          label: 'wrong among them, %',
          format: (risk) => String(Math.round(100 * risk)),
          tell: percentFigure,
        }}
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
