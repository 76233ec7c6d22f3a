import { useEffect, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { branchesOf } from '../../../state/diagnose/branches';
import { treeKey, type Planted } from '../../../state/diagnose/planted';
import type { Subject } from '../../../state/subject';
import { useExplorer, useExplorerState } from '../../context';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import { NeedsTrace } from '../NeedsTrace';
import { Alternatives } from './Alternatives';
import { BatchResult } from './BatchResult';
import { BranchTable } from './BranchTable';
import { BranchTree } from './BranchTree';
import { BranchTrace } from './BranchTrace';
import { Growing } from './Growing';
import { Toolbar } from './Toolbar';
import styles from './branch.module.css';

type Props = { readonly id: string; readonly planted: Planted; readonly subject: Subject };

function Planting({ id, planted, subject }: Props) {
  const branches = branchesOf(useExplorer());
  const { label } = useStrings(DIAGNOSE_STRINGS).branch;
  const { past, future } = planted.history;
  const keys = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (event.target instanceof HTMLInputElement || past.length + future.length === 0) return;
    const again = key === 'y' || (key === 'z' && event.shiftKey);
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && !again)) return;
    event.preventDefault();
    // Else the page would undo its last change of the view as well.
    event.stopPropagation();
    if (again) branches.redo(id);
    else branches.undo(id);
  };
  return (
    <div className={shared.sheet} role="group" aria-label={label} onKeyDown={keys}>
      <div className={shared.section}>
        <Toolbar id={id} planted={planted} subject={subject} />
        <Growing id={id} />
        <BatchResult planted={planted} gold={subject.gold} />
        <BranchTree id={id} planted={planted} subject={subject} />
        <BranchTable planted={planted} subject={subject} />
      </div>
      <div className={styles.pair}>
        <BranchTrace id={id} planted={planted} />
        <Alternatives id={id} planted={planted} subject={subject} />
      </div>
    </div>
  );
}

/** Another token anywhere in the trace, and what the model makes of it: a tree of branches. */
export function BranchTool() {
  const branches = branchesOf(useExplorer());
  const trace = useExplorerState((state) => state.trace);
  const subject = useExplorerState((state) => state.subject);
  const fitting = trace !== null && trace.tokens.length > 0 && trace.finish !== 'aborted';
  useEffect(() => {
    if (fitting) branches.ensure(trace, subject);
  }, [branches, fitting, trace, subject]);
  const id = fitting ? treeKey(trace, subject) : null;
  const planted = useStore(branches.store, (state) =>
    id === null ? undefined : state.planted[id],
  );
  if (id === null || trace === null) return <NeedsTrace purpose="branch" />;
  if (planted === undefined) return null;
  return <Planting key={id} id={id} planted={planted} subject={subject} />;
}
