import { progressOf } from '../../state/compare/tableStatistics';
import shared from '../panels.module.css';
import type { useFigures } from './useFigures';
import { useWords } from './useWords';
import styles from './table.module.css';

type Props = {
  readonly figures: ReturnType<typeof useFigures>;
  /** Are tables still on their way? */
  readonly loading: boolean;
};

/** Which settings the figures belong to, how far they are, and what can be done. */
export function FiguresStatus({ figures, loading }: Props) {
  const { strings } = useWords();
  const { status: texts } = strings;
  const { done, of } = progressOf(figures);
  const { status, message, stop, resume } = figures;
  return (
    <div className={`${shared.quiet} ${styles.status}`}>
      <span role="status" aria-label={texts.label}>
        {loading
          ? texts.waiting
          : {
              computing: texts.computing(done, of),
              idle: of === 0 ? '' : texts.done,
              stopped: texts.stopped(done, of),
              failed: message,
            }[status]}
      </span>
      {!loading && status === 'computing' && (
        <button type="button" onClick={stop}>
          {texts.stop}
        </button>
      )}
      {!loading && (status === 'stopped' || status === 'failed') && (
        <button type="button" onClick={resume}>
          {status === 'failed' ? strings.again : texts.goOn}
        </button>
      )}
    </div>
  );
}
