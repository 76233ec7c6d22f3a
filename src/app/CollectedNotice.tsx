import { useState } from 'react';
import { useStore } from 'zustand';
import { useExplorer } from '../panels/context';
import { KEPT_STRINGS } from '../strings/kept';
import { useStrings } from '../strings/language';
import { StorageProblem } from './StorageProblem';
import styles from './notices.module.css';

/** Traces that were asked of a model before the page was left, to be shown and gone on with in Data, or dropped. */
export function CollectedNotice() {
  const explorer = useExplorer();
  const { collectedKeeper: keeper, view } = explorer;
  const strings = useStrings(KEPT_STRINGS);
  const offer = useStore(keeper.store, (state) => state.offer);
  const [shown, setShown] = useState('');
  const show = async (id: string) => {
    const { workbenchOf } = await import('../panels/models/useWorkbench');
    if (!(await workbenchOf(explorer).showKept())) return;
    setShown(id);
    view.change('page', { panel: 'data' });
  };
  const sentence = ({ run: { spec, end }, done }: NonNullable<typeof offer>) => {
    const total = spec.spec.cases.length * spec.spec.rollouts;
    const what = strings.of(spec.title, spec.spec.task);
    return end === 'complete' || done === total
      ? strings.complete(done, what)
      : strings.cut(done, total, what);
  };
  return (
    <>
      <StorageProblem keeper={keeper} label={strings.problem} />
      {offer !== null && (
        <div role="status" aria-label={strings.label} className={styles.notice}>
          <span>{sentence(offer)}</span>
          {shown !== offer.run.id && (
            <button type="button" onClick={() => void show(offer.run.id)}>
              {strings.show}
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
