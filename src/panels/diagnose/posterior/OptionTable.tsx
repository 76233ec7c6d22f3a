import { optionFits, type PosteriorRows } from '../../../state/diagnose/posteriorRows';
import { probability } from '../../numbers';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';

/** The whole distribution over the options against the posterior, as a table. */
export function OptionTable({ rows, labels }: { rows: PosteriorRows; labels: readonly string[] }) {
  return (
    <details className={shared.details}>
      <summary>All options as a table</summary>
      <FigureTable label="All options">
        <thead>
          <tr>
            <th scope="col">option</th>
            <th scope="col">n</th>
            <th scope="col">mean p</th>
            <th scope="col">mean posterior</th>
            <th scope="col">mean |p − posterior|</th>
            <th scope="col">correlation</th>
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
              <td>{Number.isFinite(fit.correlation) ? fit.correlation.toFixed(3) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </details>
  );
}
