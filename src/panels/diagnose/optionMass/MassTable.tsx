import type { MassGroup, MassIntervals } from '../../../state/diagnose/massEce';
import { wilson } from '../../../calibration/wilson';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
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
  const { groups: strings } = useStrings(DIAGNOSE_STRINGS).mass;
  const { columns } = strings;
  const { percent, percentFigure } = useNumbers();
  const outside = 1 - at;
  const names: Readonly<Record<MassGroup['name'], string>> = {
    all: strings.all,
    low: strings.low(outside),
    high: strings.high(outside),
    full: strings.full,
  };
  return (
    <FigureTable label={strings.label}>
      <thead>
        <tr>
          <th scope="col">{columns.decisions}</th>
          <th scope="col">n</th>
          <th scope="col">{columns.accuracy}</th>
          <th scope="col">{columns.confidence}</th>
          <th scope="col">{columns.ece}</th>
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
