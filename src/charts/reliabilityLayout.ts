import { scaleLinear } from 'd3-scale';
import { CELLS } from '../calibration/histogram';
import type { Bin } from '../calibration/bins';
import type { Bounds } from '../calibration/confidenceBounds';

/** Inner size of the square plot and of the histogram strip below it, in SVG units. */
export const PLOT = { left: 44, top: 14, size: 320, gap: 12, strip: 46, right: 14, bottom: 38 };

export const WIDTH = PLOT.left + PLOT.size + PLOT.right;
export const HEIGHT = PLOT.top + PLOT.size + PLOT.gap + PLOT.strip + PLOT.bottom;

/** One drawn bin: a dot at (mean confidence, accuracy) with its interval and its gap to the diagonal. */
export type Mark = {
  readonly index: number;
  readonly bin: Bin;
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  /** Ends in x of the mean confidence, where options outside the log leave it open. */
  readonly open: readonly [from: number, to: number] | null;
  /** y of the diagonal at the bin's confidence. */
  readonly diagonal: number;
  readonly radius: number;
  /** Count, where there is room for it left of the mark, and where it ends in x. */
  readonly label: string | null;
  readonly labelEnd: number;
};

export type Bar = {
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
  readonly count: number;
};

/** Room that a count needs, to the left of its dot. */
const LABEL = { width: 40, height: 14 };

const x = scaleLinear([0, 1], [PLOT.left, PLOT.left + PLOT.size]);
const y = scaleLinear([0, 1], [PLOT.top + PLOT.size, PLOT.top]);

/** Positions of the axes' ticks at 0, 0.25, … 1, and of any share in [0, 1]. */
export const axis = { x, y, ticks: [0, 0.25, 0.5, 0.75, 1] } as const;

/**
 * Marks of the non-empty bins. A dot's area grows with the bin's share of the n rows. `bounds`: between which values the mean
 * confidence of each bin lies.
 */
export function reliabilityMarks(
  bins: readonly Bin[],
  n: number,
  bounds: Bounds | null = null,
): Mark[] {
  const openOf = (index: number): Mark['open'] => {
    const [from, to] = [bounds?.low[index] ?? NaN, bounds?.high[index] ?? NaN];
    return from < to ? [x(from), x(to)] : null;
  };
  const filled = bins.flatMap((bin, index) =>
    bin.count === 0 ? [] : [{ bin, index, x: x(bin.confidence), y: y(bin.accuracy) }],
  );
  return filled.map((mark) => {
    const { bin, index } = mark;
    const radius = 3 + 7 * Math.sqrt(bin.count / n);
    const open = openOf(index);
    const labelEnd = Math.min(mark.x - radius, open?.[0] ?? Infinity) - 4;
    const crowded = filled.some(
      (other) =>
        other.index !== index &&
        y(other.bin.high) < mark.y + LABEL.height / 2 &&
        y(other.bin.low) > mark.y - LABEL.height / 2 &&
        Math.abs(other.x - mark.x + LABEL.width / 2) < LABEL.width,
    );
    return {
      ...mark,
      low: y(bin.low),
      high: y(bin.high),
      open,
      diagonal: y(bin.confidence),
      radius,
      label: crowded ? null : String(bin.count),
      labelEnd,
    };
  });
}

/** The bars of a histogram and the gaps of all marks to the diagonal, each as one path: they are drawn anew in every frame of a drag. */
export const histogramPath = (bars: readonly Bar[]): string =>
  bars.map((bar) => `M${bar.x} ${bar.y}h${bar.width - 1}v${bar.height}h${1 - bar.width}z`).join('');
export const gapsPath = (marks: readonly Mark[]): string =>
  marks.map((mark) => `M${mark.x} ${mark.y}V${mark.diagonal}`).join('');
/** What is open of the confidences: a line across each mark, with ends. */
export const openPath = (marks: readonly Mark[]): string =>
  marks
    .map(({ open, y: at }) =>
      open === null ? '' : `M${open[0]} ${at - 3}v6m0 -3H${open[1]}m0 -3v6`,
    )
    .join('');

/** Bars of a histogram of confidence, given how many lie in each cell; heights share one scale. */
export function histogramBars(counts: Uint32Array): Bar[] {
  const most = Math.max(1, ...counts);
  const floor = PLOT.top + PLOT.size + PLOT.gap + PLOT.strip;
  return Array.from(counts, (count, i) => {
    const height = (PLOT.strip * count) / most;
    return { x: x(i / CELLS), width: PLOT.size / CELLS, y: floor - height, height, count };
  });
}
