import { optionFits, type PosteriorRows } from '../../../state/diagnose/posteriorRows';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';

/** The whole distribution over the options against the posterior, as a table. */
export function OptionTable({ rows, labels }: { rows: PosteriorRows; labels: readonly string[] }) {
  const { options: strings } = useStrings(DIAGNOSE_STRINGS).posterior;
  const { probability, fixed } = useNumbers();
  return (
    <details className={shared.details}>
      <summary>{strings.summary}</summary>
      <FigureTable label={strings.label}>
        <thead>
          <tr>
            <th scope="col">{strings.option}</th>
            <th scope="col">n</th>
            <th scope="col">{strings.model}</th>
            <th scope="col">{strings.posterior}</th>
            <th scope="col">{strings.absolute}</th>
            <th scope="col">{strings.correlation}</th>
          </tr>
        </thead>
        <tbody>
          {optionFits(rows, labels).map((fit) => (
            <tr key={fit.label}>
              <th scope="row">{fit.label}</th>
              <td>{fit.n}</td>
              <td>{probability(fit.model)}</td>
              <td>{probability(fit.posterior)}</td>
              <td>{probability(fit.absolute)}</td>
              <td>{fixed(fit.correlation, 3)}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </details>
  );
}
