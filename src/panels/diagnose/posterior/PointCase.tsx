import type { PosteriorRows } from '../../../state/diagnose/posteriorRows';
import { subjectOfId } from '../../../state/subject';
import { probability } from '../../numbers';
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
  const subject = subjectOfId(caseId);
  const { k, model, posterior, chosen, gold, correct } = rows;
  const name = caseId.replace(/^.*-(\d+)$/, (_, i) => `Case ${Number(i) + 1}`);
  return (
    <section className={shared.section} aria-label="Case of the scatter">
      <h3 className={tool.title}>
        {name}: {correct[point] === 1 ? 'right ✓' : 'wrong ✗'}
      </h3>
      <table className={tool.bars} aria-label="Options of the case">
        <thead>
          <tr>
            <th scope="col">option</th>
            <td />
            <th scope="col">p</th>
            <th scope="col">posterior</th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label, i) => {
            const [p, truth] = [model[point * k + i]!, posterior[point * k + i]!];
            return (
              <tr key={label} data-chosen={i === chosen[point] || undefined}>
                <th scope="row">
                  {label} {subject?.optionTexts[i]}
                  {i === gold[point] && <em className={tool.gold}>gold</em>}
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
      {subject !== null && <p className={tool.prompt}>{subject.prompt}</p>}
      {opened ? (
        <p className={shared.quiet}>It is the case on the bench; its trace stands beside.</p>
      ) : (
        <p>
          <button type="button" onClick={onOpen}>
            Open this case and its trace
          </button>
        </p>
      )}
    </section>
  );
}
