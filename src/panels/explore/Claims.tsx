import { startTransition, useEffect, useState } from 'react';
import { EXPLORE_STRINGS } from '../../strings/explore';
import type { ExploreStrings } from '../../strings/explore/en';
import { useNumbers, useStrings } from '../../strings/language';
import type { Numbers } from '../../strings/numbers';
import type { Claim } from '../../state/catalogue';
import { useExplorer } from '../context';
import { useSay } from '../../strings/messages';
import styles from './claims.module.css';

type Words = { readonly strings: ExploreStrings['claims']; readonly numbers: Numbers };

function show({ unit }: Claim, value: number, { strings, numbers }: Words): string {
  return unit === 'points'
    ? strings.points(numbers.fixed(100 * value, 1))
    : numbers.fixed(value, 3);
}

function target(claim: Claim, { strings, numbers }: Words): string {
  const { at, value } = claim.target;
  const bound =
    claim.unit === 'points' ? strings.points(numbers.factor(100 * value)) : numbers.factor(value);
  return `${at === 'least' ? '≥' : '≤'} ${bound}`;
}

function verdict({ holds, clear }: Claim, { strings }: Words): string {
  if (!holds) return strings.fails;
  return clear ? strings.holds : strings.unclear;
}

function ClaimTable({ claims }: { readonly claims: readonly Claim[] }) {
  const say = useSay();
  const { claims: strings } = useStrings(EXPLORE_STRINGS);
  const words = { strings, numbers: useNumbers() };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={strings.label}>
      <table>
        <thead>
          <tr>
            <th>{strings.columns.claim}</th>
            <th>{strings.columns.found}</th>
            <th>{strings.columns.interval}</th>
            <th>{strings.columns.target}</th>
            <th>{strings.columns.seeds}</th>
            <th>{strings.columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id} data-holds={claim.holds}>
              <td>
                {say(claim.statement)}
                <small>{say(claim.figure)}</small>
              </td>
              <td>{show(claim, claim.estimate.value, words)}</td>
              <td>
                {show(claim, claim.estimate.low, words)} {strings.to}{' '}
                {show(claim, claim.estimate.high, words)}
              </td>
              <td>{target(claim, words)}</td>
              <td>{claim.seeds}</td>
              <td>{verdict(claim, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{strings.note}</p>
    </div>
  );
}

/** What the study set out to show, each statement with its number, interval and verdict. */
export function Claims() {
  const { shipped } = useExplorer();
  const say = useSay();
  const { claims: strings } = useStrings(EXPLORE_STRINGS);
  const [open, setOpen] = useState(false);
  const [claims, setClaims] = useState<readonly Claim[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    shipped.claims().then(
      (read) => startTransition(() => setClaims(read)),
      (reason: unknown) => setError(reason instanceof Error ? reason.message : String(reason)),
    );
  }, [shipped]);
  if (error !== null) return <p className={styles.error}>{say(error)}</p>;
  if (claims === null || claims.length === 0) return null;
  const held = claims.filter(({ holds }) => holds).length;
  return (
    <details className={styles.claims} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.summary(held, claims.length)}</summary>
      {open && <ClaimTable claims={claims} />}
    </details>
  );
}
