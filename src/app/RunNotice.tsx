import { useStore } from 'zustand';
import { useExplorer, useExplorerState } from '../panels/context';
import { armTitle } from '../strings/arms';
import { useLocale, useStrings } from '../strings/language';
import { PAGE_STRINGS } from '../strings/page';
import type { PageStrings } from '../strings/page/en';
import { shortTaskName } from '../strings/tasks';
import type { KeptRun } from '../state/persistence/keptRun';
import { StorageProblem } from './StorageProblem';
import styles from './notices.module.css';

function sentence(
  { spec, end }: KeptRun,
  done: number,
  model: string,
  task: string,
  strings: PageStrings['run'],
): string {
  if (end === 'complete' || done === spec.count) return strings.whole(done, model, task);
  return strings.part(done, spec.count, model, task, end === 'stopped');
}

/** The run that a reload or a crash cut short, to be shown, gone on with or dropped; and what stands in the way of keeping one. */
export function RunNotice() {
  const { keeper, showKept, continueKept } = useExplorer();
  const { offer, elsewhere } = useStore(keeper.store);
  const { run: strings } = useStrings(PAGE_STRINGS);
  const locale = useLocale();
  const catalogue = useExplorerState((state) => state.catalogue);
  const shown = useExplorerState(
    ({ origin, run }) => origin === 'run' && run !== null && run.done === offer?.done,
  );
  const model = offer?.run.spec.provenance.model;
  const known = catalogue?.models.find(({ name }) => name === model);
  const title = known === undefined ? (model ?? '') : armTitle(locale, known);
  return (
    <>
      {elsewhere && (
        <p role="status" aria-label={strings.elsewhere} className={styles.notice}>
          {strings.shared}
        </p>
      )}
      <StorageProblem keeper={keeper} label={strings.storage} />
      {offer !== null && catalogue !== null && (
        <div role="status" aria-label={strings.kept} className={styles.notice}>
          <span>
            {sentence(
              offer.run,
              offer.done,
              title,
              shortTaskName(locale, offer.run.spec.task, offer.run.spec.task),
              strings,
            )}
          </span>
          {!shown && (
            <button type="button" onClick={() => void showKept()}>
              {strings.show}
            </button>
          )}
          {offer.done < offer.run.spec.count && (
            <button type="button" onClick={() => void continueKept()}>
              {strings.goOn}
            </button>
          )}
          <button type="button" onClick={() => void keeper.discard()}>
            {strings.discard}
          </button>
        </div>
      )}
    </>
  );
}
