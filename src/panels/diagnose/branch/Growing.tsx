import { useStore } from 'zustand';
import { branchesOf } from '../../../state/diagnose/branches';
import { useExplorer } from '../../context';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useStrings } from '../../../strings/language';
import { useSay } from '../../../strings/messages';
import shared from '../../panels.module.css';

/** How far the continuation under way is, with a way to stop it; and why a typed token was refused. */
export function Growing({ id }: { id: string }) {
  const explorer = useExplorer();
  const say = useSay();
  const { growing, problem } = useStore(branchesOf(explorer).store);
  const { stop, branch } = useStrings(DIAGNOSE_STRINGS);
  const { label, growing: strings } = branch;
  if (problem !== null)
    return (
      <p role="alert" className={shared.problem}>
        {say(problem)}
      </p>
    );
  if (growing?.key !== id) return null;
  const { done, total, tokens } = growing;
  return (
    <div className={shared.quiet} role="status">
      {total === 1 ? strings.one(tokens.length) : strings.many(done, total)}{' '}
      <button type="button" onClick={explorer.stop}>
        {stop}
      </button>
      {total > 1 && <progress aria-label={label} value={done} max={total} />}
    </div>
  );
}
