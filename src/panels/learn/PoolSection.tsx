import { useStore } from 'zustand';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { MOST_BYTES } from '../../state/learn/answersFile';
import { addToPool, EMPTY_POOL, pooledSteps, type GivenFile } from '../../state/learn/pool';
import { useExplorer } from '../context';
import { DropFiles } from '../DropFiles';
import { PooledStep } from './PooledStep';
import { poolOf } from './stores';
import styles from './class.module.css';
import shared from '../panels.module.css';

const given = async (file: File): Promise<GivenFile> => ({
  name: file.name,
  // A file that cannot be read is as good as an empty one: refused with a reason.
  text: file.size > MOST_BYTES ? null : await file.text().catch(() => ''),
});

/** Takes the files of a class and shows, step by step, the predictions beside what was computed. */
export function PoolSection() {
  const store = poolOf(useExplorer());
  const pool = useStore(store);
  const { class: strings } = useStrings(LEARN_STRINGS);
  const take = async (files: readonly File[]) => {
    const texts = await Promise.all(files.map(given));
    store.setState((now) => addToPool(now, texts), true);
  };
  const refused = pool.remarks.filter(({ kind }) => kind === 'refused').length;
  return (
    <div className={styles.pool}>
      <h3>{strings.pool}</h3>
      <DropFiles
        title={strings.drop}
        label={strings.choose}
        accept=".json,application/json"
        multiple
        onFiles={(files) => void take(files)}
      />
      {pool.learners.size + pool.remarks.length > 0 && (
        <div className={shared.controls}>
          <strong role="status">{strings.pooled(pool.learners.size)}</strong>
          <button type="button" onClick={() => store.setState(EMPTY_POOL, true)}>
            {strings.clear}
          </button>
        </div>
      )}
      {pool.remarks.length > 0 && (
        <div role="status" className={styles.remarks}>
          {refused > 0 && <p>{strings.bad(refused)}</p>}
          <ul>
            {pool.remarks.map((remark, i) => (
              <li key={i}>
                <strong>{remark.file}</strong>:{' '}
                {remark.kind === 'refused'
                  ? strings.reasons[remark.reason]
                  : strings.ignored(remark.count)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {pooledSteps(pool).map((step) => (
        <PooledStep key={step} step={step} pool={pool} />
      ))}
    </div>
  );
}
