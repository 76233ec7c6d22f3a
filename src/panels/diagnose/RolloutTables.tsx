import { PROBABILITY_CELLS } from '../../charts/ProbabilityHistogram';
import { cellCounts } from '../../charts/stackedHistogram';
import type { Subject } from '../../state/subject';
import type { Agreement } from '../../traces/agreement';
import { percentFigure, probability } from '../numbers';
import shared from '../panels.module.css';

type Props = {
  readonly of: Agreement;
  readonly groups: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly subject: Subject;
};

function Options({ of, subject }: Omit<Props, 'groups'>) {
  return (
    <table className={shared.figures} aria-label="Agreement by option">
      <thead>
        <tr>
          <th scope="col">option</th>
          <th scope="col">rollouts</th>
          <th scope="col">share %</th>
          <th scope="col">95 % interval</th>
          <th scope="col">mean p</th>
          <th scope="col">posterior</th>
        </tr>
      </thead>
      <tbody>
        {of.options.map(({ chosen, confidence }, i) => (
          <tr key={subject.labels[i]}>
            <th scope="row">
              {subject.labels[i]} {subject.optionTexts[i]}
              {i === subject.gold && ' (gold)'}
            </th>
            <td>
              {chosen.count} of {chosen.n}
            </td>
            <td>{percentFigure(chosen.share)}</td>
            <td>
              {percentFigure(chosen.interval.low)}–{percentFigure(chosen.interval.high)}
            </td>
            <td>{probability(confidence)}</td>
            <td>{probability(subject.posterior?.[i] ?? NaN)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ groups }: Pick<Props, 'groups'>) {
  const counts = cellCounts(
    groups.map(({ values }) => values),
    PROBABILITY_CELLS,
  );
  const filled = Array.from({ length: PROBABILITY_CELLS }, (_, cell) => cell).filter((cell) =>
    counts.some((group) => group[cell]! > 0),
  );
  const bound = (cell: number) => (cell / PROBABILITY_CELLS).toFixed(2);
  return (
    <table className={shared.figures} aria-label="Histogram of p(decision token)">
      <thead>
        <tr>
          <th scope="col">p(decision token)</th>
          {groups.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {filled.map((cell) => (
          <tr key={cell}>
            <th scope="row">
              {bound(cell)}–{bound(cell + 1)}
            </th>
            {counts.map((group, i) => (
              <td key={groups[i]!.name}>{group[cell]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The charts' numbers. */
export function RolloutTables({ of, groups, subject }: Props) {
  return (
    <details className={shared.details}>
      <summary>Rollouts as tables</summary>
      <div className={shared.scroll} tabIndex={0} role="region" aria-label="Agreement, numbers">
        <Options of={of} subject={subject} />
      </div>
      <div className={shared.scroll} tabIndex={0} role="region" aria-label="Histogram, numbers">
        <Cells groups={groups} />
      </div>
    </details>
  );
}
