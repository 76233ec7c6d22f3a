import { useEffect, useState } from 'react';
import type { Claim } from '../../state/catalogue';
import { useExplorer } from '../context';
import styles from './claims.module.css';

const show = ({ unit }: Claim, value: number) =>
  (unit === 'points' ? `${(100 * value).toFixed(1)} points` : value.toFixed(3)).replace('-', '−');

function target(claim: Claim): string {
  const { at, value } = claim.target;
  const bound = claim.unit === 'points' ? `${100 * value} points` : String(value);
  return `${at === 'least' ? '≥' : '≤'} ${bound.replace('-', '−')}`;
}

function verdict({ holds, clear }: Claim): string {
  if (!holds) return 'does not hold';
  return clear ? 'holds' : 'holds, but not over the whole interval';
}

/** What the study set out to show, each statement with its number, interval and verdict. */
export function Claims() {
  const { shipped } = useExplorer();
  const [claims, setClaims] = useState<readonly Claim[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    shipped
      .claims()
      .then(setClaims, (reason: unknown) =>
        setError(reason instanceof Error ? reason.message : String(reason)),
      );
  }, [shipped]);
  if (error !== null) return <p className={styles.error}>{error}</p>;
  if (claims === null || claims.length === 0) return null;
  const held = claims.filter(({ holds }) => holds).length;
  return (
    <details className={styles.claims}>
      <summary>
        The study: {held} of {claims.length} claims hold
      </summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Claims of the study">
        <table>
          <thead>
            <tr>
              <th>Claim</th>
              <th>Found</th>
              <th>95 % interval</th>
              <th>Target</th>
              <th>Seeds</th>
              <th>Verdict</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <tr key={claim.id} data-holds={claim.holds}>
                <td>
                  {claim.statement}
                  <small>{claim.figure}</small>
                </td>
                <td>{show(claim, claim.estimate.value)}</td>
                <td>
                  {show(claim, claim.estimate.low)} to {show(claim, claim.estimate.high)}
                </td>
                <td>{target(claim)}</td>
                <td>{claim.seeds}</td>
                <td>{verdict(claim)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>
          Intervals are over seeds and cases; with one seed, over cases alone. Resampling adds to
          the upward bias of the ECE, so that a small ECE may lie below its interval.
        </p>
      </div>
    </details>
  );
}
