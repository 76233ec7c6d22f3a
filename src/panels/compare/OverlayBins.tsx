import type { Reliability } from '../../state/reliability';
import shared from '../panels.module.css';
import { useWords } from './useWords';
import styles from './overlay.module.css';

type Props = {
  readonly names: readonly [string, string];
  readonly diagrams: readonly [Reliability, Reliability];
  readonly onOpen: (side: number, bin: number) => void;
};

/** The overlay as a table; a row opens the cases of its bin. */
export function OverlayBins({ names, diagrams, onOpen }: Props) {
  const { strings: all, percentFigure } = useWords();
  const { bins: strings } = all;
  return (
    <details className={shared.details}>
      <summary>{strings.summary}</summary>
      <div
        className={`${shared.scroll} ${styles.bins}`}
        role="region"
        aria-label={strings.label}
        tabIndex={0}
      >
        {diagrams.map(({ bins }, side) => (
          <table
            key={side}
            className={shared.figures}
            aria-label={strings.of(names[side as 0 | 1])}
          >
            <caption>{names[side as 0 | 1]}</caption>
            <thead>
              <tr>
                <th scope="col">{strings.bin}</th>
                <th scope="col">n</th>
                <th scope="col">{strings.confidence}</th>
                <th scope="col">{strings.accuracy}</th>
                <th scope="col">{all.interval}</th>
              </tr>
            </thead>
            <tbody>
              {bins.map((bin, index) =>
                bin.count === 0 ? null : (
                  <tr key={index}>
                    <th scope="row">
                      <button
                        type="button"
                        aria-label={strings.open(index + 1, names[side as 0 | 1])}
                        onClick={() => onOpen(side, index)}
                      >
                        {index + 1}
                      </button>
                    </th>
                    <td>{bin.count}</td>
                    <td>{percentFigure(bin.confidence)}</td>
                    <td>{percentFigure(bin.accuracy)}</td>
                    <td>
                      {percentFigure(bin.low)}–{percentFigure(bin.high)}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        ))}
      </div>
    </details>
  );
}
