import type { MassGroup, MassIntervals } from '../../../state/diagnose/massEce';
import { wilson } from '../../../calibration/wilson';
import { percent, percentFigure, tinyProbability } from '../../numbers';
import { FigureTable } from '../FigureTable';
import { Interval } from '../Interval';

type Props = {
  readonly groups: readonly MassGroup[];
  /** Option mass at which low and high are cut. */
  readonly at: number;
  readonly intervals: MassIntervals | null;
  readonly fresh: boolean;
};

/** Calibration of the rows with low and with high option mass, and with the probability of the full vocabulary. */
export function MassTable({ groups, at, intervals, fresh }: Props) {
  const outside = tinyProbability(1 - at);
  const names: Readonly<Record<MassGroup['name'], string>> = {
    all: 'all, confidence over the options',
    low: `low mass: more than ${outside} outside`,
    high: `high mass: at most ${outside} outside`,
    full: 'all, p of the full vocabulary',
  };
  return (
    <FigureTable label="Calibration by option mass">
      <thead>
        <tr>
          <th scope="col">decisions</th>
          <th scope="col">n</th>
          <th scope="col">accuracy, %</th>
          <th scope="col">mean confidence, %</th>
          <th scope="col">ECE, %</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, n, accuracy, meanConfidence, ece }) => (
          <tr key={name} data-group={name}>
            <th scope="row">{names[name]}</th>
            <td>{n}</td>
            <td>
              {percentFigure(accuracy)}
              {n > 0 && (
                <Interval range={wilson(Math.round(accuracy * n), n)} write={percentFigure} />
              )}
            </td>
            <td>{percentFigure(meanConfidence)}</td>
            <td title={percent(ece)}>
              {percentFigure(ece)}
              <Interval
                range={n === 0 ? null : (intervals?.groups[name] ?? null)}
                write={percentFigure}
                fresh={fresh}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}
