import { useState } from 'react';
import { useStore } from 'zustand';
import { LEARN_STRINGS } from '../../strings/learn';
import { useStrings } from '../../strings/language';
import { MOST_BYTES } from '../../state/learn/answersFile';
import { addToPool, EMPTY_POOL, pooledSteps, type GivenFile } from '../../state/learn/pool';
import { useExplorer } from '../context';
import { PooledStep } from './PooledStep';
import { poolOf } from './stores';
import styles from './learn.module.css';
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
  const [over, setOver] = useState(false);
  const take = async (files: FileList | null) => {
    const texts = await Promise.all(Array.from(files ?? [], given));
    store.setState((now) => addToPool(now, texts), true);
  };
  const refused = pool.remarks.filter(({ kind }) => kind === 'refused').length;
  return (
    <div className={styles.pool}>
      <h3>{strings.pool}</h3>
      <div
        className={styles.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files);
        }}
      >
        <p>{strings.drop}</p>
        <input
          type="file"
          multiple
          accept=".json,application/json"
          aria-label={strings.choose}
          onChange={({ target }) => {
            void take(target.files).then(() => {
              // So that the same file can be chosen again.
              target.value = '';
            });
          }}
        />
      </div>
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
