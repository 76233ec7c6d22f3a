import type { Bin } from '../../calibration/bins';
import { EXPLORE_STRINGS } from '../../strings/explore';
import { useNumbers, useStrings } from '../../strings/language';
import styles from './diagram.module.css';

type Props = {
  readonly bins: readonly Bin[];
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
};

/** The diagram's numbers; a row selects its bin. */
export function BinTable({ bins, selected, onSelect }: Props) {
  const { bins: strings } = useStrings(EXPLORE_STRINGS);
  const { percentFigure, probability } = useNumbers();
  return (
    <div className={styles.scroll}>
      <table aria-label={strings.label} className={styles.bins}>
        <thead>
          <tr>
            <th scope="col">{strings.bin}</th>
            <th scope="col">n</th>
            <th scope="col">{strings.confidence}</th>
            <th scope="col">{strings.accuracy}</th>
            <th scope="col">{strings.interval}</th>
            <th scope="col">{strings.gap}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin, index) => (
            <tr key={index} data-selected={index === selected || undefined}>
              <th scope="row">
                <button
                  type="button"
                  disabled={bin.count === 0}
                  aria-pressed={index === selected}
                  onClick={() => onSelect(index === selected ? null : index)}
                >
                  {probability(bin.lower)}–{probability(bin.upper)}
                </button>
              </th>
              <td>{bin.count}</td>
              <td>{percentFigure(bin.confidence)}</td>
              <td>{percentFigure(bin.accuracy)}</td>
              <td>
                {bin.count === 0 ? '–' : `${percentFigure(bin.low)}–${percentFigure(bin.high)}`}
              </td>
              <td>{percentFigure(bin.confidence - bin.accuracy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
