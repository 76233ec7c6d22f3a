import { LEAK, LEAK_HEIGHT, LEAK_WIDTH, leakBars, leakX } from './leakLayout';
import styles from './LeakHistogram.module.css';

const TICKS: readonly (readonly [number, string])[] = [
  [1e-6, '≤ .0001'],
  [1e-5, '.001'],
  [1e-4, '.01'],
  [1e-3, '.1'],
  [1e-2, '1'],
  [1e-1, '10'],
  [1, '100'],
];
const CUTS: readonly (readonly [number, string])[] = [
  [0.01, 'mass .99'],
  [0.1, 'mass .9'],
];
const floor = LEAK.top + LEAK.height;

type Props = {
  /** Option mass of each row, in [0, 1]. */
  readonly mass: Float64Array;
  /** What the histogram shows, for those who cannot see it. */
  readonly summary: string;
};

/** Histogram of the probability that falls outside the options, on a logarithmic axis. */
export function LeakHistogram({ mass, summary }: Props) {
  const bars = leakBars(mass);
  const most = Math.max(0, ...bars.map(({ count }) => count));
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${LEAK_WIDTH} ${LEAK_HEIGHT}`}
      role="img"
      aria-label="Probability outside the options"
    >
      <desc>{summary}</desc>
      {CUTS.map(([share, label]) => (
        <g key={label} className={styles.cut}>
          <line x1={leakX(share)} x2={leakX(share)} y1={LEAK.top - 8} y2={floor} />
          <text x={leakX(share)} y={LEAK.top - 13} textAnchor="middle">
            {label}
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
          <title>{`${bar.count} decisions`}</title>
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
        {TICKS.map(([share, label]) => (
          <text key={label} x={leakX(share)} y={floor + 14} textAnchor="middle">
            {label}
          </text>
        ))}
        <text x={leakX(1e-3)} y={floor + 31} textAnchor="middle">
          probability outside the options, %
        </text>
      </g>
    </svg>
  );
}
