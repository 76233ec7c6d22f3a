import { useStore } from 'zustand';
import type { Keeper } from '../state/persistence/keeper';
import { useStrings } from '../strings/language';
import { useSay } from '../strings/messages';
import { PAGE_STRINGS } from '../strings/page';
import styles from './notices.module.css';

/** Why a run is not kept, until the user has read it. */
export function StorageProblem<Spec, Item>({
  keeper,
  label,
}: {
  readonly keeper: Pick<Keeper<Spec, Item>, 'store' | 'dismiss'>;
  readonly label: string;
}) {
  const { dismiss } = useStrings(PAGE_STRINGS);
  const say = useSay();
  const problem = useStore(keeper.store, (state) => state.problem);
  if (problem === null) return null;
  return (
    <div role="status" aria-label={label} className={styles.notice}>
      <span>{say(problem)}</span>
      <button type="button" onClick={keeper.dismiss}>
        {dismiss}
      </button>
    </div>
  );
}
