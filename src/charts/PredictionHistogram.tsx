import { PREDICTION_CELLS, predictionCounts } from './predictionLayout';
import { useSpace } from './useSpace';
import styles from './PredictionHistogram.module.css';

const MARGIN = { left: 10, right: 10, top: 36, bottom: 36 };
const HEIGHT = 170;

type Props = {
  readonly title: string;
  readonly axis: string;
  /** Predicted shares in [0, 1]. */
  readonly shares: readonly number[];
  /** What is true, with its name and how far chance reaches; null while it is not known. */
  readonly truth: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly label: string;
  } | null;
  readonly summary: string;
};

/** Predictions of a class, and the truth as a line through them. */
export function PredictionHistogram({ title, axis, shares, truth, summary }: Props) {
  const [box, { width }] = useSpace<HTMLDivElement>(420);
  const plot = {
    width: width - MARGIN.left - MARGIN.right,
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  const counts = predictionCounts(shares);
  const most = Math.max(1, ...counts);
  const cell = plot.width / PREDICTION_CELLS;
  const anchor =
    truth === null || truth.value < 0.2 ? 'start' : truth.value > 0.8 ? 'end' : 'middle';
  return (
    <div ref={box} className={styles.chart}>
      <svg width={width} height={HEIGHT} role="img" aria-label={title}>
        <desc>{summary}</desc>
        <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
          {truth !== null && (
            <rect
              className={styles.chance}
              x={truth.low * plot.width}
              width={Math.max(0, truth.high - truth.low) * plot.width}
              y={0}
              height={plot.height}
            />
          )}
          {counts.map((count, i) => {
            const height = (count / most) * (plot.height - 14);
            return (
              count > 0 && (
                <g key={i}>
                  <rect
                    className={styles.bar}
                    x={i * cell + 1}
                    width={Math.max(1, cell - 2)}
                    y={plot.height - height}
                    height={height}
                  />
                  <text x={(i + 0.5) * cell} y={plot.height - height - 4} textAnchor="middle">
                    {count}
                  </text>
                </g>
              )
            );
          })}
          <line className={styles.floor} x2={plot.width} y1={plot.height} y2={plot.height} />
          {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
            <text key={tick} x={tick * plot.width} y={plot.height + 15} textAnchor="middle">
              {100 * tick}
            </text>
          ))}
          <text x={plot.width / 2} y={plot.height + 31} textAnchor="middle">
            {axis}
          </text>
          {truth !== null && (
            <g className={styles.truth}>
              <line
                x1={truth.value * plot.width}
                x2={truth.value * plot.width}
                y1={-10}
                y2={plot.height}
              />
              <text x={truth.value * plot.width} y={-16} textAnchor={anchor}>
                {truth.label}
              </text>
            </g>
          )}
        </g>
      </svg>
    </div>
  );
}
