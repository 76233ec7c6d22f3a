import { scaleLinear } from 'd3-scale';

/** Inner size of the histogram of what falls outside the options, in SVG units. */
export const LEAK = { left: 44, top: 26, width: 420, height: 150, right: 16, bottom: 40 };
export const LEAK_WIDTH = LEAK.left + LEAK.width + LEAK.right;
export const LEAK_HEIGHT = LEAK.top + LEAK.height + LEAK.bottom;

/** Decades shown: from 10^−6 of the probability to all of it. */
const DECADES = 6;
/** Bars a decade. */
const STEPS = 4;

const x = scaleLinear([-DECADES, 0], [LEAK.left, LEAK.left + LEAK.width]);

/** x of a share in (0, 1] outside the options; smaller ones than are shown lie at the left end. */
export function leakX(share: number): number {
  return x(Math.min(0, Math.max(-DECADES, Math.log10(Math.max(share, Number.MIN_VALUE)))));
}

/** Shares from `from` (excluded) to `to` outside the options; the first bar holds all smaller ones too. */
export type LeakBar = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly height: number;
};

/** Histogram of 1 − option mass on a logarithmic axis, a quarter of a decade a bar; empty bars are left out. */
export function leakBars(mass: Float64Array): LeakBar[] {
  const bars = DECADES * STEPS;
  const counts = new Array<number>(bars).fill(0);
  for (const own of mass) {
    const at = Math.ceil((Math.log10(Math.max(1 - own, Number.MIN_VALUE)) + DECADES) * STEPS) - 1;
    counts[Math.min(bars - 1, Math.max(0, at))]!++;
  }
  const most = Math.max(1, ...counts);
  return counts.flatMap((count, i): LeakBar[] => {
    if (count === 0) return [];
    const [low, high] = [i / STEPS - DECADES, (i + 1) / STEPS - DECADES];
    const height = (LEAK.height * count) / most;
    return [
      {
        from: i === 0 ? 0 : 10 ** low,
        to: 10 ** high,
        count,
        x: x(low),
        width: x(high) - x(low),
        y: LEAK.top + LEAK.height - height,
        height,
      },
    ];
  });
}
