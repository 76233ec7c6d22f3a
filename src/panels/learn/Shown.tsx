import { ArmMark } from '../../charts/ArmMark';
import { armName } from '../../strings/arms';
import { useLocale } from '../../strings/language';
import { taskName } from '../../strings/tasks';
import { findTask } from '../../tasks';
import { useExplorerState } from '../context';
import styles from './bench.module.css';

/** Which arm on which task is on the bench. */
export function Shown() {
  const locale = useLocale();
  const { model, task } = useExplorerState((state) => state.choice);
  const about = useExplorerState(({ catalogue }) =>
    catalogue?.models.find(({ name }) => name === model),
  );
  if (about === undefined) return null;
  return (
    <p className={styles.shown} role="status">
      <ArmMark arm={about.arm} /> <strong>{armName(locale, about.arm, about.title)}</strong> ·{' '}
      {taskName(locale, task, findTask(task)?.title ?? task)}
    </p>
  );
}
