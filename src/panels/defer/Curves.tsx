import { useMemo } from 'react';
import { deferAt, thresholdAtCoverage, thresholdSteps } from '../../calibration/deferral';
import { accuracyAtCoverage, riskCoverage } from '../../calibration/riskCoverage';
import { LineChart } from '../../charts/LineChart';
import { niceDomain, thinnedAt, type Point } from '../../charts/lineLayout';
import { DEFER_STRINGS } from '../../strings/defer';
import { useNumbers, useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import type { DeferArm } from './arms';
import { restFor, useAnswer } from '../useAnswer';
import { CurveTable, TENTHS } from './CurveTable';
import { riskOf, useText } from './text';
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
  const { curves: strings, answeredPercent } = useStrings(DEFER_STRINGS);
  const { percentFigure, probability } = useNumbers();
  const { range, signed } = useText();
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
  const say = useSay();
  return (
    <div className={shared.scroll} tabIndex={0} role="region" aria-label={strings.table}>
      <table className={shared.figures}>
        <thead>
          <tr>
            <th scope="col">{strings.arm}</th>
            <th scope="col">n</th>
            <th scope="col">{answeredPercent}</th>
            <th scope="col">{strings.wrong}</th>
            <th scope="col">AURC</th>
            <th scope="col">{strings.excess}</th>
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
      {problem !== null && <p className={shared.problem}>{say(problem)}</p>}
    </div>
  );
}

/** Risk–coverage curves of all arms, the threshold marked on each. */
export function Curves({ arms }: { readonly arms: readonly DeferArm[] }) {
  const { threshold, set } = useDefer();
  const { curves: strings, answeredPercent } = useStrings(DEFER_STRINGS);
  const { percent, percentFigure } = useNumbers();
  const { tell } = useText();
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
        ? strings.nothing(label)
        : strings.answers(label, percent(mark.x), percent(mark.y)),
    )
    .join(' ');
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h2>{strings.heading}</h2>
      <LineChart
        title={strings.title}
        summary={strings.summary(tell(threshold), summary)}
        series={series}
        domain={{
          x: [0, 1],
          y: niceDomain(
            points.flat().map(([, risk]) => risk),
            0,
          ),
        }}
        x={{
          label: strings.x,
          format: (share) => String(Math.round(100 * share)),
          tell: percentFigure,
        }}
        y={{
          label: strings.y,
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
      <p className={shared.quiet}>{strings.note(FEWEST)}</p>
      <CurveTable
        summary={strings.asTable}
        head={[answeredPercent, ...arms.map(({ short }) => strings.wrongOf(short))]}
        rows={TENTHS.map((share) => [
          percentFigure(share),
          ...curves.map((curve) => percentFigure(1 - accuracyAtCoverage(curve, share))),
        ])}
      />
      <Table arms={arms} />
      <p className={shared.quiet}>{strings.areas}</p>
    </section>
  );
}
