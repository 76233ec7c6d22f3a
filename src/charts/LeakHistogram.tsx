import { CHART_STRINGS } from '../strings/charts';
import { useStrings } from '../strings/language';
import { LEAK, LEAK_HEIGHT, LEAK_WIDTH, leakBars, leakX } from './leakLayout';
import styles from './LeakHistogram.module.css';

/** Percent outside. */
const TICKS = [0.0001, 0.001, 0.01, 0.1, 1, 10, 100];
/** Option mass. */
const CUTS = [0.99, 0.9];
const floor = LEAK.top + LEAK.height;

type Props = {
  /** Option mass of each row, in [0, 1]. */
  readonly mass: Float64Array;
  /** What the histogram shows, for those who cannot see it. */
  readonly summary: string;
};

/** Histogram of the probability that falls outside the options, on a logarithmic axis. */
export function LeakHistogram({ mass, summary }: Props) {
  const { leak: strings } = useStrings(CHART_STRINGS);
  const bars = leakBars(mass);
  const most = Math.max(0, ...bars.map(({ count }) => count));
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${LEAK_WIDTH} ${LEAK_HEIGHT}`}
      role="img"
      aria-label={strings.label}
    >
      <desc>{summary}</desc>
      {CUTS.map((limit) => (
        <g key={limit} className={styles.cut}>
          <line x1={leakX(1 - limit)} x2={leakX(1 - limit)} y1={LEAK.top - 8} y2={floor} />
          <text x={leakX(1 - limit)} y={LEAK.top - 13} textAnchor="middle">
            {strings.mass(limit)}
          </text>
        </g>
      ))}
      {bars.map((bar) => (
        <rect
          key={bar.to}
          className={styles.bar}
          x={bar.x + 0.5}
          width={bar.width - 1}
          y={bar.y}
          height={bar.height}
        >
          <title>{strings.decisions(bar.count)}</title>
        </rect>
      ))}
      <line className={styles.floor} x1={leakX(0)} x2={leakX(1)} y1={floor} y2={floor} />
      <g className={styles.ticks}>
        <text x={LEAK.left - 6} y={LEAK.top} dy="0.34em" textAnchor="end">
          {most}
        </text>
        <text x={LEAK.left - 6} y={floor} dy="0.34em" textAnchor="end">
          0
        </text>
        {TICKS.map((percent, i) => (
          <text key={percent} x={leakX(percent / 100)} y={floor + 14} textAnchor="middle">
            {i === 0 && '≤ '}
            {strings.share(percent)}
          </text>
        ))}
        <text x={leakX(1e-3)} y={floor + 31} textAnchor="middle">
          {strings.axis}
        </text>
      </g>
    </svg>
  );
}
