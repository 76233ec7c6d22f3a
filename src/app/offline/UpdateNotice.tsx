import { useState } from 'react';
import { useStore } from 'zustand';
import { useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import { PAGE_STRINGS } from '../../strings/page';
import { useOffline } from './context';
import styles from '../notices.module.css';

/** Tells that a new version waits (it takes over when the reader reloads, not before), or that a model could not be stored. */
export function UpdateNotice() {
  const offline = useOffline();
  const { dismiss, update: strings } = useStrings(PAGE_STRINGS);
  const say = useSay();
  const { update, problem } = useStore(offline.store);
  const [later, setLater] = useState(false);
  return (
    <>
      {problem !== null && (
        <div role="status" aria-label={strings.room} className={styles.notice}>
          <span>{say(problem)}</span>
          <button type="button" onClick={offline.dismiss}>
            {dismiss}
          </button>
        </div>
      )}
      {update !== 'none' && !later && (
        <div role="status" aria-label={strings.label} className={styles.notice}>
          <span>{update === 'waiting' ? strings.waiting : strings.elsewhere}</span>
          <button type="button" onClick={offline.reload}>
            {strings.reload}
          </button>
          <button type="button" onClick={() => setLater(true)}>
            {strings.later}
          </button>
        </div>
      )}
    </>
  );
}
