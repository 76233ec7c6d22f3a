import { treeRows } from '../../../state/diagnose/branchTree';
import type { Planted } from '../../../state/diagnose/planted';
import type { Subject } from '../../../state/subject';
import { useSettings } from '../../controls';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';
import { departureOf } from './BranchTree';
import { visibleText } from '../visibleText';
import { verdictOf, verdictText, verdictWord } from './verdict';

/** The branches as a table. */
export function BranchTable({ planted, subject }: { planted: Planted; subject: Subject }) {
  const { temperature, scale } = useSettings();
  const { percent } = useNumbers();
  const all = useStrings(DIAGNOSE_STRINGS);
  const { label, table: strings } = all.branch;
  const { columns } = strings;
  const rows = treeRows(planted.history.present);
  const names = new Map(rows.map((row, i) => [row.id, i === 0 ? strings.original : String(i)]));
  return (
    <details className={shared.details}>
      <summary>{strings.summary}</summary>
      <FigureTable label={label}>
        <thead>
          <tr>
            <th scope="col">{columns.branch}</th>
            <th scope="col">{columns.of}</th>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.instead}</th>
            <th scope="col">{columns.took}</th>
            <th scope="col">{columns.drawn}</th>
            <th scope="col">{columns.decision}</th>
            <th scope="col">{columns.confidence}</th>
            <th scope="col">{columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const trace = row.branch?.trace ?? planted.history.present.root;
            const verdict = verdictOf(trace.decision, subject, scale / temperature);
            const departure = departureOf(row, rows, planted);
            return (
              <tr key={row.id}>
                <th scope="row">{names.get(row.id)}</th>
                <td>{row.branch !== null && names.get(row.branch.parent)}</td>
                <td>{departure?.at}</td>
                <td lang="en">{departure && visibleText(departure.from)}</td>
                <td lang="en">{departure && visibleText(departure.to)}</td>
                <td>{trace.sampling.mode === 'greedy' ? strings.greedily : strings.sampled}</td>
                <td>{verdictText(verdict, all)}</td>
                <td>{percent(verdict.confidence)}</td>
                <td>{verdictWord(verdict, all)}</td>
              </tr>
            );
          })}
        </tbody>
      </FigureTable>
    </details>
  );
}
