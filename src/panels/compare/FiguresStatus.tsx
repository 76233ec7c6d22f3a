import { progressOf } from '../../state/compare/tableStatistics';
import shared from '../panels.module.css';
import type { useFigures } from './useFigures';
import styles from './table.module.css';

type Props = {
  readonly figures: ReturnType<typeof useFigures>;
  /** Are tables still on their way? */
  readonly loading: boolean;
};

/** Which settings the figures belong to, how far they are, and what can be done. */
export function FiguresStatus({ figures, loading }: Props) {
  const { done, of } = progressOf(figures);
  const { status, message, stop, resume } = figures;
  return (
    <div className={`${shared.quiet} ${styles.status}`}>
      <span role="status" aria-label="Intervals">
        {loading
          ? 'Waiting for the decision tables …'
          : {
              computing: `Recomputing: ${done} of ${of} tasks. Faded figures belong to former sliders.`,
              idle: of === 0 ? '' : 'Up to date with the sliders.',
              stopped: `Stopped: ${done} of ${of} tasks are up to date. Faded figures belong to former sliders.`,
              failed: message,
            }[status]}
      </span>
      {!loading && status === 'computing' && (
        <button type="button" onClick={stop}>
          Stop
        </button>
      )}
      {!loading && (status === 'stopped' || status === 'failed') && (
        <button type="button" onClick={resume}>
          {status === 'failed' ? 'Try again' : 'Go on'}
        </button>
      )}
    </div>
  );
}
