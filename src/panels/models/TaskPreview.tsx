import { useMemo } from 'react';
import { summaryOf, type TaskSource } from '../../state/collect/task';
import data from '../data/data.module.css';
import { MODELS_STRINGS } from '../../strings/models';
import { useStrings } from '../../strings/language';
import { useSay } from '../../strings/messages';
import shared from '../panels.module.css';

const LISTED = 50;

/** What was understood of a file of cases: counts, bad rows by line, the first prompt. */
export function TaskPreview({ task }: { readonly task: TaskSource & { readonly kind: 'own' } }) {
  const { task: strings } = useStrings(MODELS_STRINGS);
  const say = useSay();
  const { n, withGold, optionCounts } = useMemo(() => summaryOf(task), [task]);
  const { problems, cases } = task;
  const options = optionCounts
    .map(([k, count]) => (optionCounts.length === 1 ? strings.each(k) : strings.some(count, k)))
    .join(', ');
  const [first] = cases;
  return (
    <div className={shared.section}>
      <p role="status" aria-label={strings.readLabel}>
        <b>{task.name}</b>
        {strings.summary(n, options, withGold, problems.length)}
      </p>
      {withGold === 0 && (
        <p className={shared.problem}>
          {strings.noGold}
        </p>
      )}
      {problems.length > 0 && (
        <details className={shared.details} open={problems.length <= 5}>
          <summary>{strings.bad(problems.length)}</summary>
          <ul className={data.bad} aria-label={strings.badLabel} tabIndex={0}>
            {problems.slice(0, LISTED).map(({ line, message }, i) => (
              <li key={`${line}-${i}`}>{say(message)}</li>
            ))}
          </ul>
          {problems.length > LISTED && (
            <p className={shared.quiet}>{strings.listed(LISTED)}</p>
          )}
        </details>
      )}
      {first !== undefined && (
        <figure className={data.text}>
          <figcaption className={shared.quiet}>
            {strings.first(first.id)}
            {first.gold !== null && strings.gold(first.gold)}
          </figcaption>
          <pre tabIndex={0} aria-label={strings.prompt}>
            <span lang="en">{first.prompt}</span>
          </pre>
        </figure>
      )}
    </div>
  );
}
