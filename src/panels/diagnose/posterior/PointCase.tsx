import type { PosteriorRows } from '../../../state/diagnose/posteriorRows';
import { subjectOfId } from '../../../state/subject';
import { DIAGNOSE_STRINGS } from '../../../strings/diagnose';
import { useNumbers, useStrings } from '../../../strings/language';
import shared from '../../panels.module.css';
import tool from '../tool.module.css';

type Props = {
  readonly rows: PosteriorRows;
  readonly point: number;
  readonly caseId: string;
  readonly labels: readonly string[];
  /** Whether it is the case on the bench. */
  readonly opened: boolean;
  readonly onOpen: () => void;
};

/** One case of the scatter: each option with the model's probability and the posterior. */
export function PointCase({ rows, point, caseId, labels, opened, onOpen }: Props) {
  const all = useStrings(DIAGNOSE_STRINGS);
  const { case: strings } = all.posterior;
  const { probability } = useNumbers();
  const subject = subjectOfId(caseId);
  const { k, model, posterior, chosen, gold, correct } = rows;
  const name = caseId.replace(/^.*-(\d+)$/, (_, i) => strings.name(Number(i) + 1));
  return (
    <section className={shared.section} aria-label={strings.label}>
      <h3 className={tool.title}>
        {name}: {correct[point] === 1 ? `${all.right} ✓` : `${all.wrong} ✗`}
      </h3>
      <table className={tool.bars} aria-label={strings.options}>
        <thead>
          <tr>
            <th scope="col">{strings.option}</th>
            <td />
            <th scope="col">p</th>
            <th scope="col">{strings.posterior}</th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label, i) => {
            const [p, truth] = [model[point * k + i]!, posterior[point * k + i]!];
            return (
              <tr key={label} data-chosen={i === chosen[point] || undefined}>
                <th scope="row">
                  {label} <span lang="en">{subject?.optionTexts[i]}</span>
                  {i === gold[point] && <em className={tool.gold}>{all.gold}</em>}
                </th>
                <td className={tool.track}>
                  <span className={tool.bar} data-option style={{ width: `${100 * p}%` }} />
                  <span className={tool.truth} style={{ left: `${100 * truth}%` }} />
                </td>
                <td>{probability(p)}</td>
                <td>{probability(truth)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {subject !== null && (
        <p className={tool.prompt} lang="en">
          {subject.prompt}
        </p>
      )}
      {opened ? (
        <p className={shared.quiet}>{strings.opened}</p>
      ) : (
        <p>
          <button type="button" onClick={onOpen}>
            {strings.open}
          </button>
        </p>
      )}
    </section>
  );
}
