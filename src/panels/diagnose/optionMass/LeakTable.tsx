import { leakBars } from '../../../charts/leakLayout';
import { percentFigure, tinyProbability } from '../../numbers';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';

/** The histogram of what falls outside the options as a table. */
export function LeakTable({ mass }: { mass: Float64Array }) {
  return (
    <details className={shared.details}>
      <summary>Histogram as a table</summary>
      <FigureTable label="Probability outside the options">
        <thead>
          <tr>
            <th scope="col">outside the options, more than</th>
            <th scope="col">up to</th>
            <th scope="col">decisions</th>
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {leakBars(mass).map(({ from, to, count }) => (
            <tr key={to}>
              <th scope="row">{from === 0 ? 'nothing' : tinyProbability(from)}</th>
              <td>{tinyProbability(to)}</td>
              <td>{count}</td>
              <td>{percentFigure(count / mass.length)}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </details>
  );
}
