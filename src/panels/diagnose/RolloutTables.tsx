import { PROBABILITY_CELLS } from '../../charts/ProbabilityHistogram';
import { cellCounts } from '../../charts/stackedHistogram';
import type { Subject } from '../../state/subject';
import type { Agreement } from '../../traces/agreement';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';

type Props = {
  readonly of: Agreement;
  readonly groups: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly subject: Subject;
};

function Options({ of, subject }: Omit<Props, 'groups'>) {
  const { gold, rollouts } = useStrings(DIAGNOSE_STRINGS);
  const strings = rollouts.tables;
  const { percentFigure, probability } = useNumbers();
  return (
    <table className={shared.figures} aria-label={rollouts.agreement.chart}>
      <thead>
        <tr>
          <th scope="col">{strings.option}</th>
          <th scope="col">{strings.rollouts}</th>
          <th scope="col">{strings.share}</th>
          <th scope="col">{strings.interval}</th>
          <th scope="col">{strings.mean}</th>
          <th scope="col">{strings.posterior}</th>
        </tr>
      </thead>
      <tbody>
        {of.options.map(({ chosen, confidence }, i) => (
          <tr key={subject.labels[i]}>
            <th scope="row">
              {subject.labels[i]} <span lang="en">{subject.optionTexts[i]}</span>
              {i === subject.gold && ` (${gold})`}
            </th>
            <td>{strings.of(chosen.count, chosen.n)}</td>
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
  const { tables: strings, confidence } = useStrings(DIAGNOSE_STRINGS).rollouts;
  const { fixed } = useNumbers();
  const counts = cellCounts(
    groups.map(({ values }) => values),
    PROBABILITY_CELLS,
  );
  const filled = Array.from({ length: PROBABILITY_CELLS }, (_, cell) => cell).filter((cell) =>
    counts.some((group) => group[cell]! > 0),
  );
  const bound = (cell: number) => fixed(cell / PROBABILITY_CELLS, 2);
  return (
    <table className={shared.figures} aria-label={confidence.histogram}>
      <thead>
        <tr>
          <th scope="col">{strings.p}</th>
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
  const { tables: strings } = useStrings(DIAGNOSE_STRINGS).rollouts;
  return (
    <details className={shared.details}>
      <summary>{strings.title}</summary>
      <div className={shared.scroll} tabIndex={0} role="region" aria-label={strings.agreement}>
        <Options of={of} subject={subject} />
      </div>
      <div className={shared.scroll} tabIndex={0} role="region" aria-label={strings.histogram}>
        <Cells groups={groups} />
      </div>
    </details>
  );
}
