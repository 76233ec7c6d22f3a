import { axis } from './reliabilityLayout';

/** Points of a scatter in [0, 1]², and whether each was right. */
export type Points = {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly correct: Uint8Array;
};

/** Up to as many points each is drawn; more are counted in cells. */
export const MOST_MARKS = 2000;
const CELLS = 40;
const RADIUS = 2.6;

const round = (value: number) => Math.round(value * 10) / 10;

/** One path of all points that were right (rings) or wrong (crosses): a subpath, or two, a point. */
export function markPath({ x, y, correct }: Points, right: boolean): string {
  const r = RADIUS;
  let path = '';
  for (let i = 0; i < x.length; i++) {
    if ((correct[i] === 1) !== right) continue;
    const [cx, cy] = [round(axis.x(x[i]!)), round(axis.y(y[i]!))];
    path += right
      ? `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
      : `M${cx - r} ${cy - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`;
  }
  return path;
}

/** Points that share a cell of the grid. `cx`, `cy`: its middle in SVG units; `size`: half-width, area by count. */
export type Cell = {
  readonly cx: number;
  readonly cy: number;
  readonly size: number;
  readonly count: number;
  readonly right: number;
};

/** The cells of a 40 × 40 grid that hold points. */
export function scatterCells({ x, y, correct }: Points): Cell[] {
  const counts = new Map<number, { count: number; right: number }>();
  const place = (value: number) => Math.min(CELLS - 1, Math.floor(value * CELLS));
  for (let i = 0; i < x.length; i++) {
    const at = place(x[i]!) * CELLS + place(y[i]!);
    const cell = counts.get(at) ?? { count: 0, right: 0 };
    counts.set(at, { count: cell.count + 1, right: cell.right + correct[i]! });
  }
  const most = Math.max(1, ...[...counts.values()].map(({ count }) => count));
  const whole = (axis.x(1) - axis.x(0)) / CELLS / 2;
  return [...counts].map(([at, { count, right }]) => ({
    cx: axis.x((Math.floor(at / CELLS) + 0.5) / CELLS),
    cy: axis.y(((at % CELLS) + 0.5) / CELLS),
    size: whole * Math.max(0.25, Math.sqrt(count / most)),
    count,
    right,
  }));
}

/** The point that lies nearest to a place in SVG units; −1 without points. */
export function nearestPoint({ x, y }: Points, left: number, top: number): number {
  let [best, least] = [-1, Infinity];
  for (let i = 0; i < x.length; i++) {
    const distance = (axis.x(x[i]!) - left) ** 2 + (axis.y(y[i]!) - top) ** 2;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

/** The order in which the keyboard walks the points: by x, then by y. */
export function walkingOrder({ x, y }: Points): Uint32Array {
  return Uint32Array.from(x, (_, i) => i).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]! || a - b);
}
