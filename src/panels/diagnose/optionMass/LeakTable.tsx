import { leakBars } from '../../../charts/leakLayout';
import { CHART_STRINGS } from '../../../strings/charts';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';

/** The histogram of what falls outside the options as a table. */
export function LeakTable({ mass }: { mass: Float64Array }) {
  const { leak: strings } = useStrings(DIAGNOSE_STRINGS).mass;
  const { leak: chart } = useStrings(CHART_STRINGS);
  const { percentFigure, tiny } = useNumbers();
  return (
    <details className={shared.details}>
      <summary>{strings.summary}</summary>
      <FigureTable label={chart.label}>
        <thead>
          <tr>
            <th scope="col">{strings.columns.from}</th>
            <th scope="col">{strings.columns.to}</th>
            <th scope="col">{strings.columns.decisions}</th>
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {leakBars(mass).map(({ from, to, count }) => (
            <tr key={to}>
              <th scope="row">{from === 0 ? strings.nothing : tiny(from)}</th>
              <td>{tiny(to)}</td>
              <td>{count}</td>
              <td>{percentFigure(count / mass.length)}</td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
    </details>
  );
}
