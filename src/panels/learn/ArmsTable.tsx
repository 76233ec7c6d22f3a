import { ArmMark } from '../../charts/ArmMark';
import { armName } from '../../strings/arms';
import { LEARN_STRINGS } from '../../strings/learn';
import { useLocale, useNumbers, useStrings } from '../../strings/language';
import type { ArmFigures, Estimate } from '../../strings/learn/facts';
import { taskName } from '../../strings/tasks';
import { findTask } from '../../tasks';
import styles from './prediction.module.css';
import shared from '../panels.module.css';

type Row = ArmFigures & { readonly half?: Estimate };

/** Arms side by side; where they are of several tasks, each row says its own. */
export function ArmsTable({ arms }: { readonly arms: readonly Row[] }) {
  const { columns, captions } = useStrings(LEARN_STRINGS);
  const locale = useLocale();
  const { percentFigure, probability } = useNumbers();
  const tasks = new Set(arms.map(({ task }) => task)).size > 1;
  const halves = arms.some(({ half }) => half !== undefined);
  const withRange = (estimate: Estimate) => (
    <>
      {percentFigure(estimate.value)}{' '}
      <small>
        {percentFigure(estimate.low)} – {percentFigure(estimate.high)}
      </small>
    </>
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={captions.arms}>
      <table className={shared.figures}>
        <caption>{captions.arms}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.arm}</th>
            {tasks && <th scope="col">{columns.task}</th>}
            <th scope="col">{columns.accuracy}</th>
            {halves && <th scope="col">{columns.half}</th>}
            <th scope="col">{columns.confidence}</th>
            <th scope="col">{columns.ece}</th>
            <th scope="col">{columns.null}</th>
            <th scope="col">{columns.auroc}</th>
            <th scope="col">{columns.n}</th>
          </tr>
        </thead>
        <tbody>
          {arms.map(({ arm, task, n, accuracy, meanConfidence, ece, nullEce, auroc, half }) => (
            <tr key={`${arm}/${task}`}>
              <th scope="row">
                <ArmMark arm={arm} /> {armName(locale, arm)}
              </th>
              {tasks && (
                <td>
                  {taskName(locale, task, findTask(task)?.title ?? task).replace(/ \(.*$/, '')}
                </td>
              )}
              <td>{withRange(accuracy)}</td>
              {halves && <td>{half === undefined ? '–' : withRange(half)}</td>}
              <td>{percentFigure(meanConfidence.value)}</td>
              <td>{withRange(ece)}</td>
              <td>{percentFigure(nullEce)}</td>
              <td>{probability(auroc)}</td>
              <td>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
