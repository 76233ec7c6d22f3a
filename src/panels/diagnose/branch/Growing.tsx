import { useStore } from 'zustand';
import { branchesOf } from '../../../state/diagnose/branches';
import { useExplorer } from '../../context';
import shared from '../../panels.module.css';

/** How far the continuation under way is, with a way to stop it; and why a typed token was refused. */
export function Growing({ id }: { id: string }) {
  const explorer = useExplorer();
  const { growing, problem } = useStore(branchesOf(explorer).store);
  if (problem !== null)
    return (
      <p role="alert" className={shared.problem}>
        {problem}
      </p>
    );
  if (growing?.key !== id) return null;
  const { done, total, tokens } = growing;
  return (
    <div className={shared.quiet} role="status">
      {total === 1
        ? `The model goes on: ${tokens.length} tokens so far.`
        : `${done} of ${total} branches have ended.`}{' '}
      <button type="button" onClick={explorer.stop}>
        Stop
      </button>
      {total > 1 && <progress aria-label="Branches" value={done} max={total} />}
    </div>
  );
}
