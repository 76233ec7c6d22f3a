import type { Trajectory } from '../../state/diagnose/trajectory';
import type { Subject } from '../../state/subject';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';

type Props = {
  readonly found: Trajectory;
  readonly points: {
    readonly decided: readonly (readonly number[] | null)[];
    readonly chosen: readonly number[];
    readonly posterior: readonly (readonly number[] | null)[] | null;
  };
  readonly subject: Subject;
};

/** The chart's numbers, a row a line of reasoning. */
export function TrajectoryTable({ found, points, subject }: Props) {
  const { decided, chosen, posterior } = points;
  const { chart, table: strings } = useStrings(DIAGNOSE_STRINGS).trajectory;
  const { probability } = useNumbers();
  return (
    <details className={shared.details}>
      <summary>{strings.summary}</summary>
      <div className={shared.scroll} tabIndex={0} role="region" aria-label={strings.region}>
        <table className={shared.figures} aria-label={chart}>
          <thead>
            <tr>
              <th scope="col">{strings.line}</th>
              <th scope="col">{strings.decides}</th>
              {subject.labels.map((label) => (
                <th key={label} scope="col">
                  p({label})
                </th>
              ))}
              {posterior !== null &&
                subject.labels.map((label) => (
                  <th key={label} scope="col">
                    {strings.posterior(label)}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {found.steps.map(({ line }, step) => (
              <tr key={step}>
                <th scope="row">{step === 0 ? strings.first : <span lang="en">{line}</span>}</th>
                <td>{subject.labels[chosen[step]!] ?? '–'}</td>
                {subject.labels.map((label, i) => (
                  <td key={label}>{probability(decided[step]?.[i] ?? NaN)}</td>
                ))}
                {posterior !== null &&
                  subject.labels.map((label, i) => (
                    <td key={label}>{probability(posterior[step]?.[i] ?? NaN)}</td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
