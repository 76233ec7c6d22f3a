import { mayConnect } from '../../state/collect/policy';
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
  if (reachable(address)) return null;
  const connects = reachable('https://example.com/');
  return (
    <div role="status" aria-label="Connection policy" className={styles.notice}>
      {connects ? (
        <p>
          The security policy of this page allows https addresses and servers on this machine
          (http://localhost or http://127.0.0.1), not <b>{address}</b>. Serve it over https, or
          forward its port to this machine.
        </p>
      ) : (
        <p>
          This page was built to connect to no other place than its own, so it cannot reach {what}.
          Build it with <code>npx vite build --mode connect</code> and open that, or collect from
          the command line (<code>npm run cli -- collect --help</code>) and drop the file above.
        </p>
      )}
    </div>
  );
}
