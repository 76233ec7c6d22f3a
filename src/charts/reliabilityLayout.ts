import { scaleLinear } from 'd3-scale';
import { CELLS } from '../calibration/histogram';
import type { Bin } from '../calibration/bins';

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
  /** y of the diagonal at the bin's confidence. */
  readonly diagonal: number;
  readonly radius: number;
  /** Count, where there is room for it beside the dot. */
  readonly label: string | null;
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

/** Marks of the non-empty bins. A dot's area grows with the bin's share of the n rows. */
export function reliabilityMarks(bins: readonly Bin[], n: number): Mark[] {
  const filled = bins.flatMap((bin, index) =>
    bin.count === 0 ? [] : [{ bin, index, x: x(bin.confidence), y: y(bin.accuracy) }],
  );
  return filled.map((mark) => {
    const { bin, index } = mark;
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
      diagonal: y(bin.confidence),
      radius: 3 + 7 * Math.sqrt(bin.count / n),
      label: crowded ? null : String(bin.count),
    };
  });
}

/** The bars of a histogram and the gaps of all marks to the diagonal, each as one path: they are drawn anew in every frame of a drag. */
export const histogramPath = (bars: readonly Bar[]): string =>
  bars.map((bar) => `M${bar.x} ${bar.y}h${bar.width - 1}v${bar.height}h${1 - bar.width}z`).join('');
export const gapsPath = (marks: readonly Mark[]): string =>
  marks.map((mark) => `M${mark.x} ${mark.y}V${mark.diagonal}`).join('');

/** Bars of a histogram of confidence, given how many lie in each cell; heights share one scale. */
export function histogramBars(counts: Uint32Array): Bar[] {
  const most = Math.max(1, ...counts);
  const floor = PLOT.top + PLOT.size + PLOT.gap + PLOT.strip;
  return Array.from(counts, (count, i) => {
    const height = (PLOT.strip * count) / most;
    return { x: x(i / CELLS), width: PLOT.size / CELLS, y: floor - height, height, count };
  });
}
