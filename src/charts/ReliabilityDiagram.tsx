import type { Bin } from '../calibration/bins';
import type { Bounds } from '../calibration/confidenceBounds';
import { CHART_STRINGS } from '../strings/charts';
import { useStrings } from '../strings/language';
import { ReliabilityAxes } from './ReliabilityAxes';
import {
  axis,
  gapsPath,
  HEIGHT,
  histogramBars,
  histogramPath,
  type Mark,
  openPath,
  reliabilityMarks,
  WIDTH,
} from './reliabilityLayout';
import styles from './ReliabilityDiagram.module.css';

type Props = {
  readonly bins: readonly Bin[];
  /** Bins of the same decisions before a calibrator: hollow marks. */
  readonly before?: readonly Bin[];
  /** Between which values the mean confidence of each bin lies, where options are outside the log. */
  readonly bounds?: Bounds | null;
  /** How many decisions there are, and in each cell of the histogram; none where only the bins are known. */
  readonly n: number;
  readonly histogram: Uint32Array;
  readonly accuracy: number;
  readonly meanConfidence: number;
  readonly selectedBin: number | null;
  readonly onSelectBin: (index: number | null) => void;
  /** Sentence that says what the diagram shows, for those who cannot see it. */
  readonly summary: string;
};

const bottom = axis.y(0);

/** The diagram before a calibrator, without intervals; its largest bin says so. */
function Before({ bins, n }: { bins: readonly Bin[]; n: number }) {
  const strings = useStrings(CHART_STRINGS);
  const marks = reliabilityMarks(bins, n);
  const named = marks.reduce<Mark | null>(
    (most, mark) => (most === null || mark.y > most.y ? mark : most),
    null,
  );
  return (
    <g className={styles.before}>
      {marks.map(({ index, x, y, radius }) => (
        <circle key={index} cx={x} cy={y} r={radius} />
      ))}
      {named !== null && (
        <text
          x={named.x}
          y={named.y + named.radius + 12}
          textAnchor={named.x > axis.x(0.9) ? 'end' : 'middle'}
        >
          {strings.before}
        </text>
      )}
    </g>
  );
}

/** Reliability diagram: accuracy over mean confidence of each bin, with intervals, gaps and histogram. */
export function ReliabilityDiagram(props: Props) {
  const { bins, before, n, accuracy, meanConfidence, selectedBin, onSelectBin, summary } = props;
  const strings = useStrings(CHART_STRINGS);
  const { bounds = null } = props;
  const marks = reliabilityMarks(bins, n, bounds);
  const histogram = histogramPath(histogramBars(props.histogram));
  return (
    <svg
      className={styles.diagram}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={strings.reliability}
    >
      <desc>{summary}</desc>
      <ReliabilityAxes />
      <path className={styles.histogram} d={histogram} />
      {n > 0 && (
        <g className={styles.means}>
          <path d={`M${axis.x(meanConfidence)} ${bottom + 2}l-4 7h8z`} />
          <path d={`M${axis.x(0) + 1} ${axis.y(accuracy)}l7 -4v8z`} />
        </g>
      )}
      {before !== undefined && <Before bins={before} n={n} />}
      <path className={styles.gaps} d={gapsPath(marks)} />
      {bounds !== null && <path className={styles.open} d={openPath(marks)} />}
      {marks.map((mark) => (
        <g
          key={mark.index}
          className={styles.mark}
          data-selected={mark.index === selectedBin}
          transform={`translate(${mark.x} ${mark.y})`}
          onClick={() => onSelectBin(mark.index === selectedBin ? null : mark.index)}
        >
          <line className={styles.interval} y1={mark.low - mark.y} y2={mark.high - mark.y} />
          <circle className={styles.dot} r={mark.radius} />
          <circle className={styles.target} r={12} />
          {mark.label !== null && (
            <text x={mark.labelEnd - mark.x} dy="0.34em" textAnchor="end">
              {mark.label}
            </text>
          )}
          <title>{strings.bin(mark.bin.count, mark.bin.confidence, mark.bin.accuracy)}</title>
        </g>
      ))}
    </svg>
  );
}
