import { useStore } from 'zustand';
import { useExplorer, useExplorerState } from '../panels/context';
import type { KeptRun } from '../state/persistence/keptRun';
import { StorageProblem } from './StorageProblem';
import styles from './notices.module.css';

function sentence({ spec, end }: KeptRun, done: number, model: string): string {
  const of = `${model} on ${spec.task}`;
  if (end === 'complete' || done === spec.count)
    return `Your run of ${done} cases (${of}) is kept.`;
  const how = end === 'stopped' ? 'stopped' : 'interrupted';
  return `Your run of ${done} of ${spec.count} cases (${of}) was ${how}. What it finished is kept.`;
}

/** The run that a reload or a crash cut short, to be shown, gone on with or dropped; and what stands in the way of keeping one. */
export function RunNotice() {
  const { keeper, showKept, continueKept } = useExplorer();
  const { offer, elsewhere } = useStore(keeper.store);
  const catalogue = useExplorerState((state) => state.catalogue);
  const shown = useExplorerState(
    ({ origin, run }) => origin === 'run' && run !== null && run.done === offer?.done,
  );
  const model = offer?.run.spec.provenance.model;
  const title = catalogue?.models.find(({ name }) => name === model)?.title ?? model ?? '';
  return (
    <>
      {elsewhere && (
        <p role="status" aria-label="Other tab" className={styles.notice}>
          Another tab is running cases too. Both share this machine, so each is slower.
        </p>
      )}
      <StorageProblem keeper={keeper} label="Storage problem" />
      {offer !== null && catalogue !== null && (
        <div role="status" aria-label="Kept run" className={styles.notice}>
          <span>{sentence(offer.run, offer.done, title)}</span>
          {!shown && (
            <button type="button" onClick={() => void showKept()}>
              Show
            </button>
          )}
          {offer.done < offer.run.spec.count && (
            <button type="button" onClick={() => void continueKept()}>
              Continue
            </button>
          )}
          <button type="button" onClick={() => void keeper.discard()}>
            Discard
          </button>
        </div>
      )}
    </>
  );
}
