import { useExplorer, useExplorerState } from '../context';
import styles from '../panels.module.css';

/** In the place of a tool that looks at a trace while there is none: says so and offers to make one. */
export function NeedsTrace({ purpose }: { purpose: string }) {
  const { generate, stop } = useExplorer();
  const work = useExplorerState((state) => state.work);
  const streamed = useExplorerState((state) => state.streaming?.length ?? null);
  return (
    <div className={styles.empty}>
      {streamed === null ? (
        <>
          <p>There is no trace of this case yet. Generate one to {purpose}.</p>
          <p>
            <button type="button" disabled={work !== 'none'} onClick={() => void generate()}>
              Generate a trace
            </button>
          </p>
        </>
      ) : (
        <p role="status">
          The model is reasoning: {streamed} tokens so far.{' '}
          <button type="button" onClick={stop}>
            Stop
          </button>
        </p>
      )}
    </div>
  );
}
