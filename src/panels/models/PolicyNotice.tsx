import { mayConnect } from '../../state/collect/policy';
import { MODELS_STRINGS } from '../../strings/models';
import { useStrings } from '../../strings/language';
import styles from './models.module.css';

/** The page's own Content-Security-Policy; '' where it has none, as on the development server. */
export function pagePolicy(): string {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return meta?.getAttribute('content') ?? '';
}

/** Whether this page may connect to an address at all. */
export const reachable = (address: string): boolean =>
  mayConnect(pagePolicy(), address, window.location.origin);

/** Says that the page's policy forbids an address, and what to do; nothing where it is allowed. */
export function PolicyNotice({ address, what }: { address: string; what: string }) {
  const { policy: strings } = useStrings(MODELS_STRINGS);
  if (reachable(address)) return null;
  const connects = reachable('https://example.com/');
  return (
    <div role="status" aria-label={strings.label} className={styles.notice}>
      {connects ? (
        <p>
          {strings.https} <b>{address}</b>. {strings.serve}
        </p>
      ) : (
        <p>
          {strings.closed(what)} <code>npx vite build --mode connect</code> {strings.collect}
          <code>npm run cli -- collect --help</code>
          {strings.drop}
        </p>
      )}
    </div>
  );
}
