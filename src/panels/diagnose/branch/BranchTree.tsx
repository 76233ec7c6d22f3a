import { useRef, type KeyboardEvent } from 'react';
import { branchesOf } from '../../../state/diagnose/branches';
import { treeRows, type TreeRow } from '../../../state/diagnose/branchTree';
import type { Planted } from '../../../state/diagnose/planted';
import type { Subject } from '../../../state/subject';
import { useExplorer } from '../../context';
import { useSettings } from '../../controls';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import { visibleText } from '../visibleText';
import { verdictOf, verdictText, verdictWord } from './verdict';
import styles from './branch.module.css';

type Props = { readonly id: string; readonly planted: Planted; readonly subject: Subject };

/** What a row says of where its branch left: `␣allergy → ␣cold at token 73`. */
export function departureOf(row: TreeRow, rows: readonly TreeRow[], planted: Planted) {
  const { branch } = row;
  if (branch === null) return null;
  const parent = rows.find((other) => other.id === branch.parent)?.branch?.trace;
  const from = (parent ?? planted.history.present.root).tokens[branch.at]?.text ?? '';
  return { at: branch.at + 1, from, to: branch.trace.tokens[branch.at]?.text ?? '' };
}

/** The branches as a tree: arrow keys walk and show them, Delete removes one with all that left from it. */
export function BranchTree({ id, planted, subject }: Props) {
  const branches = branchesOf(useExplorer());
  const { temperature, scale } = useSettings();
  const { percent } = useNumbers();
  const all = useStrings(DIAGNOSE_STRINGS);
  const { tree: strings } = all.branch;
  const list = useRef<HTMLDivElement>(null);
  const { root } = planted.history.present;
  const rows = treeRows(planted.history.present);
  const at = rows.findIndex((row) => row.id === planted.selected);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      branches.remove(id, planted.selected);
      list.current?.querySelector<HTMLElement>('[aria-level="1"]')?.focus();
      return;
    }
    const { level } = rows[at]!;
    const target = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
      ArrowRight: rows[at + 1]?.level === level + 1 ? at + 1 : at,
      ArrowLeft: rows.slice(0, at).findLastIndex((row) => row.level === level - 1),
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const row = rows[target];
    if (row === undefined) return;
    branches.select(id, row.id);
    list.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[target]?.focus();
  };
  return (
    <div ref={list} role="tree" aria-label={strings.label} className={styles.tree} onKeyDown={keys}>
      {rows.map((row) => {
        const decision = (row.branch?.trace ?? root).decision;
        const verdict = verdictOf(decision, subject, scale / temperature);
        const departure = departureOf(row, rows, planted);
        return (
          <div
            key={row.id}
            role="treeitem"
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.siblings}
            aria-selected={row.id === planted.selected}
            tabIndex={row.id === planted.selected ? 0 : -1}
            className={styles.row}
            style={{ '--level': row.level - 1 } as React.CSSProperties}
            onClick={() => branches.select(id, row.id)}
          >
            <span className={styles.departure}>
              {departure === null ? (
                strings.root
              ) : (
                <>
                  <small>{strings.at(departure.at)}</small>{' '}
                  <s lang="en">{visibleText(departure.from)}</s>{' '}
                  <b lang="en">{visibleText(departure.to)}</b>
                </>
              )}
            </span>{' '}
            <span className={verdict.missing === null ? styles.chip : styles.none}>
              {verdictText(verdict, all)}
            </span>{' '}
            <span className={styles.figure}>{percent(verdict.confidence)}</span>{' '}
            <span className={styles.verdict}>{verdictWord(verdict, all)}</span>
          </div>
        );
      })}
    </div>
  );
}
