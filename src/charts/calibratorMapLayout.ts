import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** Square plot of confidence before and after, in SVG units. */
export const MAP = { size: 150, left: 30, top: 8, right: 8, bottom: 34 };

const x = scaleLinear([0, 1], [MAP.left, MAP.left + MAP.size]);
const y = scaleLinear([0, 1], [MAP.top + MAP.size, MAP.top]);

export const mapAxis = { x, y, ticks: [0, 0.5, 1] } as const;

/** Dots that a map shows at most. */
const DOTS = 300;

/**
 * The map as a path and some of the decisions, every so many of them, as dots: those beside the line are decisions that the
 * calibrator moves by more than their confidence. All numbers in [0, 1].
 */
export function calibratorMapMarks(
  before: Float64Array,
  after: Float64Array,
  rowsBefore: Float64Array,
  rowsAfter: Float64Array,
): { readonly path: string; readonly dots: readonly { readonly x: number; readonly y: number }[] } {
  const path = line<number>(
    (i) => x(before[i]!),
    (i) => y(after[i]!),
  )(Array.from(before.keys()));
  const count = Math.min(DOTS, rowsBefore.length);
  const dots = Array.from({ length: count }, (_, i) => {
    const row = Math.floor(((i + 0.5) * rowsBefore.length) / count);
    return { x: x(rowsBefore[row]!), y: y(rowsAfter[row]!) };
  });
  return { path: path ?? '', dots };
}
