import { useState } from 'react';
import { useStore } from 'zustand';
import { useOffline } from './context';
import styles from '../notices.module.css';

/** Tells that a new version waits (it takes over when the reader reloads, not before), or that a model could not be stored. */
export function UpdateNotice() {
  const offline = useOffline();
  const { update, problem } = useStore(offline.store);
  const [later, setLater] = useState(false);
  return (
    <>
      {problem !== null && (
        <div role="status" aria-label="No room" className={styles.notice}>
          <span>{problem}</span>
          <button type="button" onClick={offline.dismiss}>
            Dismiss
          </button>
        </div>
      )}
      {update !== 'none' && !later && (
        <div role="status" aria-label="Update" className={styles.notice}>
          <span>
            {update === 'waiting'
              ? 'A new version is ready.'
              : 'Another tab has taken the new version. This one goes on with the old one until you reload.'}
          </span>
          <button type="button" onClick={offline.reload}>
            Reload
          </button>
          <button type="button" onClick={() => setLater(true)}>
            Later
          </button>
        </div>
      )}
    </>
  );
}
