import type { ReactNode } from 'react';
import { wilson } from '../../../calibration/wilson';
import type { PosteriorFit, PosteriorIntervals } from '../../../state/diagnose/posteriorRows';
import { percent, percentFigure, probability } from '../../numbers';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';
import { Interval } from '../Interval';

type Props = {
  readonly fit: PosteriorFit;
  readonly intervals: PosteriorIntervals | null;
  readonly fresh: boolean;
};

const signed = (value: number) =>
  Number.isFinite(value)
    ? `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3).replace(/^0/, '')}`
    : '–';
const share = (count: number, n: number) => wilson(Math.round(count * n), n);

/** How far confidence is from the truth, and what deciding by the posterior would reach on the same cases. */
export function FitTable({ fit, intervals, fresh }: Props) {
  const { n, ceiling } = fit;
  const rows: readonly (readonly [string, ReactNode, ReactNode])[] = [
    [
      'accuracy, %',
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
      'ECE, %',
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
      'mean |confidence − posterior|',
      <>
        {probability(fit.absolute)}
        <Interval range={intervals?.absolute ?? null} write={probability} fresh={fresh} />
      </>,
      '0',
    ],
    [
      'mean confidence − posterior',
      <>
        {signed(fit.signed)}
        <Interval range={intervals?.signed ?? null} write={signed} fresh={fresh} />
      </>,
      '0',
    ],
    [
      'correlation',
      <>
        {signed(fit.correlation)}
        <Interval range={intervals?.correlation ?? null} write={signed} fresh={fresh} />
      </>,
      '1',
    ],
    [
      'KL(posterior ‖ model), nats',
      <>
        {Number.isFinite(fit.kl) ? fit.kl.toFixed(3) : '–'}
        <Interval range={intervals?.kl ?? null} write={(value) => value.toFixed(3)} fresh={fresh} />
      </>,
      '0',
    ],
  ];
  return (
    <div className={shared.section}>
      <FigureTable label="Distance from the posterior">
        <thead>
          <tr>
            <th scope="col">n = {n}</th>
            <th scope="col">model</th>
            <th scope="col">posterior itself</th>
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
        Nobody can be right more often than by deciding for the likeliest option:{' '}
        {percent(ceiling.expectedAccuracy)} expected on these cases. The ECE of the posterior is not
        0 because <i>n</i> is finite: the floor for any model here.
        {intervals !== null && ` 95 % bootstrap intervals, ${intervals.resamples} resamples.`}
        {fit.clipped > 0 &&
          ` KL is clipped in ${fit.clipped} terms where the model gave an option nothing.`}
      </p>
    </div>
  );
}
