import { scaleLinear } from 'd3-scale';
import { line, symbol } from 'd3-shape';
import { useNumbers } from '../strings/language';
import { SYMBOLS, type Marker } from './armStyle';
import { spreadLabels } from './spreadLabels';
import type { TrajectoryPoint } from './TrajectoryChart';
import styles from './TrajectoryChart.module.css';

/** Options are told apart by marker and dash, the final one by its weight: colours belong to the arms. */
const STYLES: readonly { readonly marker: Marker; readonly dash: string }[] = [
  { marker: 'circle', dash: '' },
  { marker: 'square', dash: '7 4' },
  { marker: 'triangle', dash: '2 3' },
  { marker: 'diamond', dash: '10 3 2 3' },
  { marker: 'cross', dash: '5 2' },
  { marker: 'star', dash: '1 4' },
];

type Props = {
  readonly options: readonly { readonly label: string; readonly text: string }[];
  readonly points: readonly TrajectoryPoint[];
  readonly final: number;
  readonly x: (step: number) => number;
  readonly height: number;
  /** Least distance of two names. */
  readonly gap: number;
  /** Is the last point of the final option the trace's own decision? It is then lit. */
  readonly decision?: boolean;
};

/** One line an option in a box of `height`, named at its end; the final option is drawn last and heaviest. */
export function TrajectoryLines(props: Props) {
  const { options, points, final, x, height, gap, decision = false } = props;
  const { factor } = useNumbers();
  const y = scaleLinear([0, 1], [height, 0]);
  const last = points.length - 1;
  const ends = options.map((_, option) => {
    const known = points.findLast((point) => point !== null);
    return y(known?.[option] ?? 0);
  });
  const labels = spreadLabels(ends, gap, [4, height]);
  const stroke = line<readonly [number, number]>();
  const order = options.map((_, option) => option).sort((a, b) => +(a === final) - +(b === final));
  return (
    <g>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={x(0)} x2={x(last)} y1={y(tick)} y2={y(tick)} />
          <text x={x(0) - 9} y={y(tick)} dy="0.34em" textAnchor="end">
            {factor(tick)}
          </text>
        </g>
      ))}
      {order.map((option) => {
        const { marker, dash } = STYLES[option % STYLES.length]!;
        const known = points.flatMap((point, step) =>
          point === null ? [] : [{ step, at: [x(step), y(point[option]!)] as const }],
        );
        return (
          <g key={option} className={styles.option} data-final={option === final || undefined}>
            <path
              className={styles.line}
              d={stroke(known.map(({ at }) => at)) ?? ''}
              strokeDasharray={option === final ? undefined : dash}
            />
            {known.map(({ step, at: [cx, cy] }) => (
              <path
                key={step}
                className={styles.point}
                data-decision={(decision && option === final && step === last) || undefined}
                d={
                  symbol(
                    SYMBOLS[marker],
                    decision && option === final && step === last ? 150 : 42,
                  )() ?? ''
                }
                transform={`translate(${cx} ${cy})`}
              />
            ))}
            <text className={styles.label} x={x(last) + 13} y={labels[option]} dy="0.34em">
              <tspan className={styles.letter}>{options[option]!.label}</tspan>{' '}
              {options[option]!.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
