import { useState } from 'react';
import { branchesOf } from '../../../state/diagnose/branches';
import { ROOT } from '../../../state/diagnose/branchTree';
import type { Planted } from '../../../state/diagnose/planted';
import type { Subject } from '../../../state/subject';
import { useExplorer, useExplorerState } from '../../context';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';

const MOST = 20;

type Props = { readonly id: string; readonly planted: Planted; readonly subject: Subject };

/** Undo, redo, remove; and the branches of the least certain steps in one go. */
export function Toolbar({ id, planted, subject }: Props) {
  const branches = branchesOf(useExplorer());
  const busy = useExplorerState((state) => state.work !== 'none');
  const [count, setCount] = useState(5);
  const { toolbar: strings } = useStrings(DIAGNOSE_STRINGS).branch;
  const { history, selected } = planted;
  return (
    <div className={shared.controls}>
      <label>
        {strings.steps}
        <input
          type="number"
          min={1}
          max={MOST}
          value={count}
          onChange={({ target }) => {
            const next = Math.round(Number(target.value));
            if (next >= 1 && next <= MOST) setCount(next);
          }}
        />
      </label>
      <button
        type="button"
        className={shared.primary}
        disabled={busy}
        onClick={() => void branches.branchUncertain(id, subject, count)}
      >
        {strings.run(count)}
      </button>
      <button
        type="button"
        disabled={history.past.length === 0}
        onClick={() => branches.undo(id)}
        title={strings.keys.undo}
      >
        {strings.undo}
      </button>
      <button
        type="button"
        disabled={history.future.length === 0}
        onClick={() => branches.redo(id)}
        title={strings.keys.redo}
      >
        {strings.redo}
      </button>
      <button
        type="button"
        disabled={selected === ROOT}
        onClick={() => branches.remove(id, selected)}
        title={strings.keys.remove}
      >
        {strings.remove}
      </button>
    </div>
  );
}
