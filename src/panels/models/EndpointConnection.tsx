import { MODELS_STRINGS } from '../../strings/models';
import { useNumbers, useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { ConnectionState } from './ConnectionState';
import { useEndpoint } from './useWorkbench';

/** A pause before another try, and why. */
export function Waiting() {
  const { wait } = useEndpoint();
  const { endpoint: strings } = useStrings(MODELS_STRINGS);
  const { duration } = useNumbers();
  const say = useSay();
  if (wait === null) return null;
  return (
    <p role="status" aria-label={strings.waiting} className={shared.quiet}>
      {strings.wait(duration(wait.milliseconds / 1000), say(wait.reason))}
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
      <ConnectionState
        label={strings.server}
        connection={connection}
        ready={({ model = '' }) => strings.connected(model)}
      >
        {connection.status === 'connecting' && strings.asking}
        {connection.status === 'choose' && strings.lists(models?.length ?? 0)}
      </ConnectionState>
    </>
  );
}
