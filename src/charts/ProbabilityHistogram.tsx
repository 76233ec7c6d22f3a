import { useId } from 'react';
import { useNumbers } from '../strings/language';
import { cellCounts, stackedBars } from './stackedHistogram';
import { useSpace } from './useSpace';
import styles from './ProbabilityHistogram.module.css';

const MARGIN = { left: 10, right: 12, top: 22, bottom: 36 };
const HEIGHT = 190;
export const PROBABILITY_CELLS = 20;

type Props = {
  readonly title: string;
  readonly axis: string;
  readonly groups: readonly { readonly name: string; readonly values: Float64Array }[];
  /** Variable of the theme. */
  readonly colour: string;
  readonly summary: string;
};

/** Histogram of probabilities, one group on the other: the first solid, the second hatched, further ones empty. */
export function ProbabilityHistogram({ title, axis, groups, colour, summary }: Props) {
  const { factor } = useNumbers();
  const [box, { width }] = useSpace<HTMLDivElement>(480);
  const hatch = useId();
  const plot = {
    width: width - MARGIN.left - MARGIN.right,
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  const counts = cellCounts(
    groups.map(({ values }) => values),
    PROBABILITY_CELLS,
  );
  const { bars } = stackedBars(counts, plot);
  const fills = [colour, `url(#${hatch})`, 'none'];
  const tops = Array.from({ length: PROBABILITY_CELLS }, (_, cell) => {
    const own = bars.filter((bar) => bar.cell === cell);
    return {
      cell,
      count: own.reduce((sum, bar) => sum + bar.count, 0),
      y: Math.min(...own.map(({ y }) => y)),
    };
  }).filter(({ count }) => count > 0);
  return (
    <div ref={box} className={styles.chart}>
      <svg width={width} height={HEIGHT} role="img" aria-label={title}>
        <desc>{summary}</desc>
        <pattern
          id={hatch}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line y2="5" strokeWidth="3.2" stroke={colour} />
        </pattern>
        <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
          {bars.map(({ cell, group, x, y, width: w, height }) => (
            <rect
              key={`${group}/${cell}`}
              x={x + 0.75}
              y={y}
              width={Math.max(1, w - 1.5)}
              height={height}
              fill={fills[Math.min(group, 2)]}
              stroke={colour}
            />
          ))}
          {tops.map(({ cell, count, y }) => (
            <text
              key={cell}
              x={((cell + 0.5) * plot.width) / PROBABILITY_CELLS}
              y={y - 5}
              textAnchor="middle"
            >
              {count}
            </text>
          ))}
          <line className={styles.floor} x2={plot.width} y1={plot.height} y2={plot.height} />
          {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
            <text key={tick} x={tick * plot.width} y={plot.height + 15} textAnchor="middle">
              {factor(tick)}
            </text>
          ))}
          <text className={styles.axis} x={plot.width / 2} y={plot.height + 31} textAnchor="middle">
            {axis}
          </text>
        </g>
        <g transform={`translate(${MARGIN.left} 0)`}>
          {groups.map(({ name, values }, i) => (
            <g key={name} transform={`translate(2 ${MARGIN.top + 6 + 18 * i})`}>
              <rect width="11" height="11" fill={fills[Math.min(i, 2)]} stroke={colour} />
              <text x="17" y="10">{`${values.length} ${name}`}</text>
            </g>
          ))}
        </g>
      </svg>
    </div>
  );
}
