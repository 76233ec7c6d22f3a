import { useExplorer, useExplorerState } from '../context';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useStrings } from '../../strings/language';
import styles from '../panels.module.css';

/** In the place of a tool that looks at a trace while there is none: says so and offers to make one. */
export function NeedsTrace({ purpose }: { purpose: 'branch' | 'mass' }) {
  const { needsTrace: strings, stop: stopWord } = useStrings(DIAGNOSE_STRINGS);
  const { generate, stop } = useExplorer();
  const work = useExplorerState((state) => state.work);
  const streamed = useExplorerState((state) => state.streaming?.length ?? null);
  return (
    <div className={styles.empty}>
      {streamed === null ? (
        <>
          <p>{strings[purpose]}</p>
          <p>
            <button type="button" disabled={work !== 'none'} onClick={() => void generate()}>
              {strings.generate}
            </button>
          </p>
        </>
      ) : (
        <p role="status">
          {strings.reasoning(streamed)}{' '}
          <button type="button" onClick={stop}>
            {stopWord}
          </button>
        </p>
      )}
    </div>
  );
}
