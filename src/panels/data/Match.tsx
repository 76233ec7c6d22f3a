import type { OpenFile } from '../../state/import/data';
import type { MissingReason } from '../../traces/decision';
import { useExplorer } from '../context';
import shared from '../panels.module.css';
import { useData } from './useData';
import styles from './data.module.css';

const WHY: Readonly<Record<MissingReason, string>> = {
  'no-decision': 'without a match',
  'not-an-option': 'matched at a token that is no option',
  'cut-off': 'cut off before the decision',
  'no-probability': 'without a logged probability of the decision',
};

/** What the form makes of the traces, and the button that shows it. */
export function Match({ file }: { readonly file: OpenFile }) {
  const data = useData();
  const { view } = useExplorer();
  const { count, counting, problem } = file;
  const show = async () => {
    if (await data.show()) view.change('page', { panel: 'explore' });
  };
  return (
    <>
      <div role="status" aria-label="Matches" className={styles.count} data-fresh={!counting}>
        {count !== null && (
          <>
            <p>
              <strong>
                {count.matched} of {count.n}
              </strong>{' '}
              traces have a decision, {count.withGold} a gold option
              {count.bounded > 0 &&
                `; ${count.bounded} with an option outside the log, known as an interval`}
              .
            </p>
            {Object.entries(count.missing).length > 0 && (
              <p className={shared.quiet}>
                Left out:{' '}
                {Object.entries(count.missing)
                  .map(([reason, n]) => `${n} ${WHY[reason as MissingReason]}`)
                  .join(', ')}
                .
              </p>
            )}
            {count.unknownGold.length > 0 && (
              <p className={shared.problem}>
                Gold values that name no option: {count.unknownGold.join(', ')}.
              </p>
            )}
          </>
        )}
      </div>
      {count !== null && count.samples.some(({ token }) => token !== '') && (
        <ul className={styles.samples} aria-label="Decisions found">
          {count.samples.map(({ caseId, before, token, after, option }, i) => (
            <li key={i}>
              <span className={shared.quiet}>{caseId}</span>
              <span className={styles.found}>
                {before}
                <mark>{token}</mark>
                {after}
              </span>
              <span className={shared.quiet}>→ {option}</span>
            </li>
          ))}
        </ul>
      )}
      {problem !== null && (
        <p role="alert" className={shared.problem}>
          {problem}
        </p>
      )}
      <div className={styles.reading}>
        <button
          type="button"
          className={shared.primary ?? ''}
          disabled={count === null || counting}
          onClick={() => void show()}
        >
          Show in Explore
        </button>
        {counting && <span className={shared.quiet}>Counting … (Close file stops it)</span>}
      </div>
    </>
  );
}
