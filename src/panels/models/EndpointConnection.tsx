import { MODELS_STRINGS } from '../../strings/models';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import styles from './models.module.css';
import { UseInExplore } from './UseInExplore';
import { useEndpoint } from './useWorkbench';

/** A pause before another try, and why. */
export function Waiting() {
  const { wait } = useEndpoint();
  const { endpoint: strings } = useStrings(MODELS_STRINGS);
  const { duration } = useNumbers();
  if (wait === null) return null;
  return (
    <p role="status" aria-label={strings.waiting} className={shared.quiet}>
      {strings.wait(duration(wait.milliseconds / 1000), wait.reason)}
    </p>
  );
}

/** What the server answered, or what is wrong. */
export function EndpointConnection() {
  const { endpoint: strings } = useStrings(MODELS_STRINGS);
  const { connection, models } = useEndpoint();
  return (
    <>
      {connection.status === 'connecting' && <Waiting />}
      <div role="status" aria-label={strings.server} className={shared.quiet}>
        {connection.status === 'connecting' && strings.asking}
        {connection.status === 'choose' &&
          strings.lists(models?.length ?? 0)}
        {connection.status === 'ready' && (
          <>
            <b>{strings.connected(connection.report.model ?? '')}</b>
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
