import type { Trajectory } from '../../state/diagnose/trajectory';
import type { Subject } from '../../state/subject';
import { probability } from '../numbers';
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
  return (
    <details className={shared.details}>
      <summary>Trajectory as a table</summary>
      <div className={shared.scroll} tabIndex={0} role="region" aria-label="Trajectory, numbers">
        <table className={shared.figures} aria-label="Trajectory of the decision">
          <thead>
            <tr>
              <th scope="col">line of reasoning</th>
              <th scope="col">decides</th>
              {subject.labels.map((label) => (
                <th key={label} scope="col">
                  p({label})
                </th>
              ))}
              {posterior !== null &&
                subject.labels.map((label) => (
                  <th key={label} scope="col">
                    posterior {label}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {found.steps.map(({ line }, step) => (
              <tr key={step}>
                <th scope="row">{step === 0 ? 'before any' : line}</th>
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
