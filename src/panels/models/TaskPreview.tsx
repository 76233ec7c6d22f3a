import { useMemo } from 'react';
import { summaryOf, type TaskSource } from '../../state/collect/task';
import data from '../data/data.module.css';
import shared from '../panels.module.css';

const LISTED = 50;

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** What was understood of a file of cases: counts, bad rows by line, the first prompt. */
export function TaskPreview({ task }: { readonly task: TaskSource & { readonly kind: 'own' } }) {
  const { n, withGold, optionCounts } = useMemo(() => summaryOf(task), [task]);
  const { problems, cases } = task;
  const options = optionCounts
    .map(([k, count]) => (optionCounts.length === 1 ? `${k} options each` : `${count} of ${k} options`))
    .join(', ');
  const [first] = cases;
  return (
    <div className={shared.section}>
      <p role="status" aria-label="Task read">
        <b>{task.name}</b>: {plural(n, 'case', 'cases')}, {options}; {withGold} with a gold option.{' '}
        {problems.length === 0
          ? 'Every row is a case.'
          : `${plural(problems.length, 'bad row', 'bad rows')} left out.`}
      </p>
      {withGold === 0 && (
        <p className={shared.problem}>
          No case says which option is right, so traces can be saved but no diagram drawn. Add a
          “gold” to the rows.
        </p>
      )}
      {problems.length > 0 && (
        <details className={shared.details} open={problems.length <= 5}>
          <summary>{plural(problems.length, 'bad row', 'bad rows')}</summary>
          <ul className={data.bad} aria-label="Bad rows of the task" tabIndex={0}>
            {problems.slice(0, LISTED).map(({ line, message }, i) => (
              <li key={`${line}-${i}`}>{message}</li>
            ))}
          </ul>
          {problems.length > LISTED && (
            <p className={shared.quiet}>The first {LISTED} are listed.</p>
          )}
        </details>
      )}
      {first !== undefined && (
        <figure className={data.text}>
          <figcaption className={shared.quiet}>
            First case: {first.id}
            {first.gold !== null && `, gold ${first.gold}`}
          </figcaption>
          <pre tabIndex={0} aria-label="Prompt of the first case">
            {first.prompt}
          </pre>
        </figure>
      )}
    </div>
  );
}
