import { useMemo, useState } from 'react';
import { decisionsOfBin, type Reliability } from '../../state/reliability';
import type { DecisionTable } from '../../traces/decisionTable';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { percent } from '../numbers';
import styles from './diagram.module.css';

const PAGE = 50;

type Props = {
  readonly table: DecisionTable;
  readonly reliability: Reliability;
  readonly bin: number;
};

/** The cases of the selected bin; one opens its trace. */
export function BinCases({ table, reliability, bin }: Props) {
  const { showCase, selectBin } = useExplorer();
  const subjectId = useExplorerState(({ subject }) => (subject.edited ? null : subject.id));
  const [shown, setShown] = useState(PAGE);
  const settings = useSettings();
  const places = useMemo(
    () => decisionsOfBin(reliability, settings, bin),
    [reliability, settings, bin],
  );
  const rows = places.slice(0, shown).map((i) => ({
    row: reliability.rows[i]!,
    confidence: reliability.confidence[i]!,
    correct: reliability.correct[i] === 1,
  }));
  return (
    <section aria-label="Cases of the bin" className={styles.cases}>
      <h3>
        {places.length} {places.length === 1 ? 'case' : 'cases'} in this bin
        <button type="button" onClick={() => selectBin(null)}>
          Close
        </button>
      </h3>
      <ul>
        {rows.map(({ row, confidence, correct }) => (
          <li key={row}>
            <button
              type="button"
              aria-current={table.caseIds[row] === subjectId || undefined}
              onClick={() => void showCase(table.caseIds[row]!)}
            >
              <span>
                {table.caseIds[row]!.replace(
                  /^[a-z]+-\d+-(\d+)$/,
                  (_, i) => `case ${Number(i) + 1}`,
                )}
              </span>
              <span>
                {table.labels[table.chosen[row]!]} {correct ? '✓' : '✗'}
                {correct ? ' right' : ` gold ${table.labels[table.gold[row]!]!}`}
              </span>
              <span>{percent(confidence)}</span>
            </button>
          </li>
        ))}
      </ul>
      {places.length > shown && (
        <button type="button" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, places.length - shown)} more
        </button>
      )}
    </section>
  );
}
