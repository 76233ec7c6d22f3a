import { duration } from '../numbers';
import shared from '../panels.module.css';
import styles from './models.module.css';
import { UseInExplore } from './UseInExplore';
import { useEndpoint } from './useWorkbench';

/** A pause before another try, and why. */
export function Waiting() {
  const { wait } = useEndpoint();
  if (wait === null) return null;
  return (
    <p role="status" aria-label="Waiting" className={shared.quiet}>
      Another try in {duration(wait.milliseconds / 1000)}: {wait.reason}
    </p>
  );
}

/** What the server answered, or what is wrong. */
export function EndpointConnection() {
  const { connection, models } = useEndpoint();
  return (
    <>
      {connection.status === 'connecting' && <Waiting />}
      <div role="status" aria-label="Server" className={shared.quiet}>
        {connection.status === 'connecting' && 'Asking the server …'}
        {connection.status === 'choose' &&
          `The server answers and lists ${models?.length ?? 0} models. Choose one and connect again.`}
        {connection.status === 'ready' && (
          <>
            <b>Connected to {connection.report.model}.</b>
            <ul className={styles.notes}>
              {connection.report.notes?.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {connection.status === 'ready' && <UseInExplore />}
      {connection.status === 'failed' && (
        <p role="alert" className={styles.problem}>
          {connection.message}
        </p>
      )}
    </>
  );
}
