import type { ReactNode } from 'react';
import type { LoadReport } from '../../inference/engine';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { UseInExplore } from './UseInExplore';
import styles from './models.module.css';

type Props = {
  /** Name of the status, for those who cannot see it. */
  readonly label: string;
  readonly connection:
    | { readonly status: 'ready'; readonly report: LoadReport }
    | { readonly status: 'failed'; readonly message: string }
    | { readonly status: 'idle' | 'connecting' | 'choose' | 'loading' };
  /** What there is once it is ready. */
  readonly ready: (report: LoadReport) => string;
  /** What is said before that. */
  readonly children: ReactNode;
};

/** What a model or a server answered with what may be done next, or what is wrong with it. */
export function ConnectionState({ label, connection, ready, children }: Props) {
  const say = useSay();
  return (
    <>
      <div role="status" aria-label={label} className={shared.quiet}>
        {children}
        {connection.status === 'ready' && (
          <>
            <b>{ready(connection.report)}</b>
            <ul className={styles.notes}>
              {connection.report.notes?.map((note) => (
                <li key={note}>{say(note)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {connection.status === 'ready' && <UseInExplore />}
      {connection.status === 'failed' && (
        <p role="alert" className={styles.problem}>
          {say(connection.message)}
        </p>
      )}
    </>
  );
}
