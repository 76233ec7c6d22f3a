import { rove, type Place } from './rove';
import type { Point } from './lineLayout';

/** A step of Page Up and Page Down, as a share of the line. */
const PAGE = 0.1;

/** Place of the point of a line whose x is nearest; −1 where it has none. */
function nearest(points: readonly Point[], x: number): number {
  let best = -1;
  for (const [i, [at]] of points.entries())
    if (best < 0 || Math.abs(at - x) < Math.abs(points[best]![0] - x)) best = i;
  return best;
}

/**
 * Where a key leads from a point (`row`: line, `column`: point of it): left and right along the line, Home and End to its
 * ends, Page Up and Down a tenth of it, up and down to the other lines at the nearest x. Null for any other key.
 */
export function lineWalk(
  key: string,
  from: Place,
  lines: readonly (readonly Point[])[],
): Place | null {
  const points = lines[from.row] ?? [];
  const page = Math.max(1, Math.round(PAGE * points.length));
  const jump = { PageUp: page, PageDown: -page }[key];
  if (jump !== undefined)
    return {
      row: from.row,
      column: Math.min(points.length - 1, Math.max(0, from.column + jump)),
    };
  const to = rove(
    key,
    from,
    lines.map(({ length }) => length),
  );
  if (to === null || to.row === from.row) return to;
  return { row: to.row, column: nearest(lines[to.row]!, points[from.column]?.[0] ?? 0) };
}
