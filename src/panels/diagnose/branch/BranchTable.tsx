import { treeRows } from '../../../state/diagnose/branchTree';
import type { Planted } from '../../../state/diagnose/planted';
import type { Subject } from '../../../state/subject';
import { useSettings } from '../../controls';
import { percent } from '../../numbers';
import shared from '../../panels.module.css';
import { FigureTable } from '../FigureTable';
import { departureOf } from './BranchTree';
import { visibleText } from '../visibleText';
import { verdictOf, verdictWord } from './verdict';

/** The branches as a table. */
export function BranchTable({ planted, subject }: { planted: Planted; subject: Subject }) {
  const { temperature, scale } = useSettings();
  const rows = treeRows(planted.history.present);
  const names = new Map(rows.map((row, i) => [row.id, i === 0 ? 'original' : String(i)]));
  return (
    <details className={shared.details}>
      <summary>Branches as a table</summary>
      <FigureTable label="Branches">
        <thead>
          <tr>
            <th scope="col">branch</th>
            <th scope="col">of</th>
            <th scope="col">at token</th>
            <th scope="col">instead of</th>
            <th scope="col">took</th>
            <th scope="col">drawn</th>
            <th scope="col">decision</th>
            <th scope="col">confidence</th>
            <th scope="col">verdict</th>
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
                <td>{departure && visibleText(departure.from)}</td>
                <td>{departure && visibleText(departure.to)}</td>
                <td>{trace.sampling.mode === 'greedy' ? 'greedily' : 'sampled'}</td>
                <td>{verdict.decision}</td>
                <td>{percent(verdict.confidence)}</td>
                <td>{verdictWord(verdict)}</td>
              </tr>
            );
          })}
        </tbody>
      </FigureTable>
    </details>
  );
}
