import type { ReactNode } from 'react';
import { wilson } from '../../../calibration/wilson';
import type { PosteriorFit, PosteriorIntervals } from '../../../state/diagnose/posteriorRows';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';
import { Interval } from '../Interval';

type Props = {
  readonly fit: PosteriorFit;
  readonly intervals: PosteriorIntervals | null;
  readonly fresh: boolean;
};

const share = (count: number, n: number) => wilson(Math.round(count * n), n);

/** How far confidence is from the truth, and what deciding by the posterior would reach on the same cases. */
export function FitTable({ fit, intervals, fresh }: Props) {
  const { fit: strings } = useStrings(DIAGNOSE_STRINGS).posterior;
  const { percentFigure, probability, signed, fixed } = useNumbers();
  const { n, ceiling } = fit;
  const rows: readonly (readonly [string, ReactNode, ReactNode])[] = [
    [
      strings.accuracy,
      <>
        {percentFigure(fit.accuracy)}
        <Interval range={share(fit.accuracy, n)} write={percentFigure} />
      </>,
      <>
        {percentFigure(ceiling.accuracy)}
        <Interval range={share(ceiling.accuracy, n)} write={percentFigure} />
      </>,
    ],
    [
      strings.ece,
      <>
        {percentFigure(fit.ece)}
        <Interval range={intervals?.ece ?? null} write={percentFigure} fresh={fresh} />
      </>,
      <>
        {percentFigure(ceiling.ece)}
        <Interval range={intervals?.ceilingEce ?? null} write={percentFigure} fresh={fresh} />
      </>,
    ],
    [
      strings.absolute,
      <>
        {probability(fit.absolute)}
        <Interval range={intervals?.absolute ?? null} write={probability} fresh={fresh} />
      </>,
      '0',
    ],
    [
      strings.signed,
      <>
        {signed(fit.signed)}
        <Interval range={intervals?.signed ?? null} write={signed} fresh={fresh} />
      </>,
      '0',
    ],
    [
      strings.correlation,
      <>
        {signed(fit.correlation)}
        <Interval range={intervals?.correlation ?? null} write={signed} fresh={fresh} />
      </>,
      '1',
    ],
    [
      strings.kl,
      <>
        {fixed(fit.kl, 3)}
        <Interval range={intervals?.kl ?? null} write={(value) => fixed(value, 3)} fresh={fresh} />
      </>,
      '0',
    ],
  ];
  return (
    <div className={shared.section}>
      <FigureTable label={strings.label}>
        <thead>
          <tr>
            <th scope="col">n = {n}</th>
            <th scope="col">{strings.model}</th>
            <th scope="col">{strings.itself}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, model, best]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{model}</td>
              <td>{best}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
      <p className={shared.quiet}>
        {strings.note(ceiling.expectedAccuracy)}
        {intervals !== null && strings.intervals(intervals.resamples)}
        {fit.clipped > 0 && strings.clipped(fit.clipped)}
      </p>
    </div>
  );
}
