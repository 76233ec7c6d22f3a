import { useMemo } from 'react';
import { CHART_STRINGS } from '../strings/charts';
import { useStrings } from '../strings/language';
import { calibratorMapMarks, MAP, mapAxis } from './calibratorMapLayout';
import styles from './CalibratorMap.module.css';

type Props = {
  /** The map as a line: confidences and what becomes of them. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Confidences of decisions before and after. */
  readonly rowsBefore: Float64Array;
  readonly rowsAfter: Float64Array;
  readonly title: string;
  readonly summary: string;
};

const { x, y, ticks } = mapAxis;

/** Confidence → calibrated confidence, with the diagonal of no change. */
export function CalibratorMap({ before, after, rowsBefore, rowsAfter, title, summary }: Props) {
  const strings = useStrings(CHART_STRINGS);
  const { path, dots } = useMemo(
    () => calibratorMapMarks(before, after, rowsBefore, rowsAfter),
    [before, after, rowsBefore, rowsAfter],
  );
  return (
    <svg
      className={styles.map}
      viewBox={`0 0 ${MAP.left + MAP.size + MAP.right} ${MAP.top + MAP.size + MAP.bottom}`}
      role="img"
      aria-label={title}
    >
      <desc>{summary}</desc>
      {ticks.map((tick) => (
        <g key={tick} className={styles.axis}>
          <line x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} />
          <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} />
          <text x={x(tick)} y={y(0) + 13} textAnchor={tick === 1 ? 'end' : 'middle'}>
            {100 * tick}
          </text>
          <text x={x(0) - 5} y={y(tick)} dy="0.34em" textAnchor="end">
            {100 * tick}
          </text>
        </g>
      ))}
      <text x={x(0.5)} y={y(0) + 28} textAnchor="middle">
        {strings.map}
      </text>
      <path className={styles.diagonal} d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
      <g className={styles.dots}>
        {dots.map((dot, i) => (
          <circle key={i} cx={dot.x} cy={dot.y} r={2.6} />
        ))}
      </g>
      <path className={styles.line} d={path} />
    </svg>
  );
}
