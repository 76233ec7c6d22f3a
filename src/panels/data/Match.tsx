import type { OpenFile } from '../../state/import/data';
import type { MissingReason } from '../../traces/decision';
import { useExplorer } from '../context';
import { DATA_STRINGS } from '../../strings/data';
import { useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';
import { useData } from './useData';
import styles from './data.module.css';

/** What the form makes of the traces, and the button that shows it. */
export function Match({ file }: { readonly file: OpenFile }) {
  const data = useData();
  const { match: strings } = useStrings(DATA_STRINGS);
  const { view } = useExplorer();
  const { count, counting, problem } = file;
  const say = useSay();
  const show = async () => {
    if (await data.show()) view.change('page', { panel: 'explore' });
  };
  return (
    <>
      <div role="status" aria-label={strings.label} className={styles.count} data-fresh={!counting}>
        {count !== null && (
          <>
            <p>
              <strong>{strings.of(count.matched, count.n)}</strong>{' '}
              {strings.decisions(count.withGold, count.bounded)}
            </p>
            {Object.entries(count.missing).length > 0 && (
              <p className={shared.quiet}>
                {strings.leftOut(
                  Object.entries(count.missing)
                    .map(([reason, n]) => strings.why[reason as MissingReason](n))
                    .join(', '),
                )}
              </p>
            )}
            {count.unknownGold.length > 0 && (
              <p className={shared.problem}>{strings.unknownGold(count.unknownGold.join(', '))}</p>
            )}
          </>
        )}
      </div>
      {count !== null && count.samples.some(({ token }) => token !== '') && (
        <ul className={styles.samples} aria-label={strings.found}>
          {count.samples.map(({ caseId, before, token, after, option }, i) => (
            <li key={i}>
              <span className={shared.quiet}>{caseId}</span>
              <span className={styles.found} lang="en">
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
          {say(problem)}
        </p>
      )}
      <div className={styles.reading}>
        <button
          type="button"
          className={shared.primary ?? ''}
          disabled={count === null || counting}
          onClick={() => void show()}
        >
          {strings.show}
        </button>
        {counting && <span className={shared.quiet}>{strings.counting}</span>}
      </div>
    </>
  );
}
