import type { Bin } from '../calibration/bins';
import { histogram } from '../calibration/histogram';
import { axis, histogramBars, PLOT, reliabilityMarks, type Mark } from './reliabilityLayout';

/** One of the two diagrams that are laid over each other. */
export type OverlaySide = {
  readonly name: string;
  readonly arm: string;
  readonly bins: readonly Bin[];
  readonly confidence: Float64Array;
};

/** A name beside one of its marks, after a marker of its own; (x, y) is the left end of its middle line. */
export type OverlayLabel = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** End of a thin line to the mark, where the name does not stand at it. */
  readonly leader: { readonly x: number; readonly y: number } | null;
};

type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Width of a letter of a name, generously. */
export const LETTER = 7.2;
const LINE = 15;
/** Room for the marker before a name. */
export const NAME_INDENT = 14;

/** Filled bins of a side, by confidence. */
export function overlayMarks({ bins, confidence }: OverlaySide): Mark[] {
  return reliabilityMarks(bins, confidence.length).sort((a, b) => a.x - b.x);
}

/** Outline of the share of decisions in 40 steps of confidence, on one scale for all sides. */
export function histogramOutlines(sides: readonly Pick<OverlaySide, 'confidence'>[]): string[] {
  const shares = sides.map(({ confidence }) =>
    histogramBars(histogram(confidence)).map(({ x, width, count }) => ({
      x,
      width,
      share: confidence.length === 0 ? 0 : count / confidence.length,
    })),
  );
  const most = Math.max(1e-9, ...shares.flat().map(({ share }) => share));
  const floor = axis.y(0) + PLOT.gap + PLOT.strip;
  return shares.map((bars) => {
    const steps = bars.map(({ x, width, share }) => {
      const y = (floor - (PLOT.strip * share) / most).toFixed(2);
      return `V${y}H${(x + width).toFixed(2)}`;
    });
    return `M${axis.x(0)} ${floor}${steps.join('')}V${floor}`;
  });
}

const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

function obstacles({ x, y, low, high, radius }: Mark): Box[] {
  const r = radius + 2;
  return [
    { left: x - r, right: x + r, top: y - r, bottom: y + r },
    { left: x - 1, right: x + 1, top: high, bottom: low },
  ];
}

/** Where a name may stand: at a mark's four sides, or free in the plot with a line to the mark. */
function places(mark: Mark, width: number): { x: number; y: number; free: boolean }[] {
  const { x, y, radius } = mark;
  const gap = radius + 5;
  const free = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((level) =>
    [axis.x(0) + 6, x - 60 - width, axis.x(1) - 6 - width].map((from) => ({
      x: Math.max(axis.x(0) + 6, from),
      y: axis.y(level),
      free: true,
    })),
  );
  return [
    { x: x - gap - width, y, free: false },
    { x: x + gap, y, free: false },
    { x: x - width / 2, y: y - gap - LINE / 2, free: false },
    { x: x - width / 2, y: y + gap + LINE / 2, free: false },
    ...free,
  ];
}

/** Marks of the other sides nearby: a mark that stands apart from them says best whose name it is. */
function crowdAt({ x, y }: Mark, boxes: readonly (readonly Box[])[], side: number): number {
  const near = ({ left, top, bottom }: Box) => Math.hypot(left - x, (top + bottom) / 2 - y) < 25;
  return boxes.reduce(
    (sum, others, at) => (at === side ? sum : sum + others.filter(near).length),
    0,
  );
}

/**
 * A name for each side, at one of its marks where it covers least of the others; never outside of the plot where it fits in
 * it. A side without marks gets none.
 */
export function overlayLabels(
  sides: readonly { readonly name: string; readonly marks: readonly Mark[] }[],
): (OverlayLabel | null)[] {
  const marks = sides.map((side) => side.marks.flatMap(obstacles));
  const placed: Box[] = [];
  const [left, right, top, bottom] = [axis.x(0), axis.x(1), axis.y(1), axis.y(0)];
  return sides.map(({ name, marks: own }, side) => {
    const width = LETTER * name.length + NAME_INDENT;
    let best: { cost: number; label: OverlayLabel; box: Box } | null = null;
    for (const mark of own) {
      const crowd = crowdAt(mark, marks, side);
      for (const { x, y, free } of places(mark, width)) {
        const box = { left: x, right: x + width, top: y - LINE / 2, bottom: y + LINE / 2 };
        const inside = overlap(box, { left, right, top, bottom });
        const covered = marks.flat().reduce((sum, other) => sum + overlap(box, other), 0);
        const names = placed.reduce((sum, other) => sum + overlap(box, other), 0);
        const outside = width * LINE - inside;
        const cost = 20 * outside + 20 * names + 2 * covered + 8 * crowd + (free ? 30 : 0);
        const label = { text: name, x, y, leader: free ? { x: mark.x, y: mark.y } : null };
        if (best === null || cost < best.cost) best = { cost, label, box };
      }
    }
    if (best === null) return null;
    placed.push(best.box);
    return best.label;
  });
}
