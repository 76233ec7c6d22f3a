import { useMemo, useState } from 'react';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useNumbers, useStrings } from '../../strings/language';
import { decisionsOfBin, type Reliability } from '../../state/reliability';
import type { DecisionTable } from '../../traces/decisionTable';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
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
  const { cases: strings } = useStrings(EXPLORE_STRINGS);
  const { percent } = useNumbers();
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
    <section aria-label={strings.label} className={styles.cases}>
      <h3>
        {strings.count(places.length)}
        <button type="button" onClick={() => selectBin(null)}>
          {strings.close}
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
                {table.caseIds[row]!.replace(/^[a-z]+-\d+-(\d+)$/, (_, i) =>
                  strings.case(Number(i) + 1),
                )}
              </span>
              <span>
                {table.labels[table.chosen[row]!]} {correct ? '✓' : '✗'}
                {correct
                  ? ` ${strings.right}`
                  : ` ${strings.gold(table.labels[table.gold[row]!]!)}`}
              </span>
              <span>{percent(confidence)}</span>
            </button>
          </li>
        ))}
      </ul>
      {places.length > shown && (
        <button type="button" onClick={() => setShown(shown + PAGE)}>
          {strings.more(Math.min(PAGE, places.length - shown))}
        </button>
      )}
    </section>
  );
}
