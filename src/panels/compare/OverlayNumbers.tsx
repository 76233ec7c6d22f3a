import { ArmMark } from '../../charts/ArmMark';
import type { Cell } from '../../state/compare/cells';
import type { Interval } from '../../state/compare/paperTable';
import type { TaskFigures } from '../../state/compare/tableStatistics';
import shared from '../panels.module.css';
import { useWords } from './useWords';
import styles from './overlay.module.css';

type Props = {
  readonly names: readonly [string, string];
  readonly arms: readonly [string, string];
  /** What stands now, without intervals. */
  readonly now: readonly [Cell, Cell];
  readonly figures: TaskFigures | undefined;
  readonly fresh: boolean;
};

const ROWS = ['accuracy', 'ece', 'meanConfidence'] as const;

const NOTHING: Interval = { value: NaN, low: NaN, high: NaN };

/** Accuracy, ECE and mean confidence of both sides, and their paired differences, with intervals. */
export function OverlayNumbers({ names, arms, now, figures, fresh }: Props) {
  const { strings: all, percentFigure, points } = useWords();
  const { numbers: strings } = all;
  const difference = figures?.differences[0] ?? null;
  return (
    <div className={shared.scroll} role="region" aria-label={strings.region} tabIndex={0}>
      <table className={`${shared.figures} ${styles.numbers}`} aria-label={strings.label}>
        <thead>
          <tr>
            <td />
            {names.map((name, side) => (
              <th key={side} scope="col">
                <ArmMark arm={arms[side as 0 | 1]} hollow={side === 1} />
                {name}
              </th>
            ))}
            <th scope="col">{strings.difference}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((figure) => (
            <tr key={figure}>
              <th scope="row">{strings.rows[figure]}</th>
              {([0, 1] as const).map((side) => {
                const { low, high } = (figures?.values[side] ?? null)?.[figure] ?? NOTHING;
                return (
                  <td key={side}>
                    {percentFigure(now[side][figure])}
                    <small data-fresh={fresh}>
                      {percentFigure(low)}–{percentFigure(high)}
                    </small>
                  </td>
                );
              })}
              <td data-fresh={fresh}>
                {points(difference?.[figure].value ?? NaN)}
                <small>
                  {difference === null || difference.n === 0
                    ? ''
                    : all.range(points(difference[figure].low), points(difference[figure].high))}
                </small>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">n</th>
            <td>{now[0].n}</td>
            <td>{now[1].n}</td>
            <td data-fresh={fresh}>{difference === null ? '–' : strings.inBoth(difference.n)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
