import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { spreadLabels } from './spreadLabels';

/** Outer size and margins of a line chart, in SVG units. */
export const FRAME = { width: 440, height: 312, left: 44, top: 38, bottom: 40 };
/** Labels stand in the right margin: its least and greatest width, what is no text in it, and the room of a letter in a wide font. */
const MARGIN = { least: 92, most: 150, rest: 16, letter: 6.6 };

export type Point = readonly [x: number, y: number];

/** A line, named at its right end; `mark`: a place on it with its interval in y. */
export type Series = {
  readonly key: string;
  readonly label: string;
  readonly points: readonly Point[];
  readonly mark?: {
    readonly x: number;
    readonly y: number;
    readonly low: number;
    readonly high: number;
  } | null;
};

/** A vertical line at x, named above the plot. */
export type Rule = { readonly key: string; readonly x: number; readonly label: string };

export type Domain = {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
};

/** Points that a line keeps at most: more cannot be seen. */
const MOST = 240;
/** Room of a line of text. */
const LINE = 13;
/** Width that a rule's name needs. */
const NAME = 96;

/** Every so many of the places 0 … n − 1, the first and the last among them: those that a line of n points keeps. */
export function thinnedAt(n: number, most = MOST): number[] {
  const step = n <= most ? 1 : (n - 1) / (most - 1);
  return Array.from({ length: Math.min(n, most) }, (_, i) => Math.round(i * step));
}

/** Every so many of the points, the first and the last among them. */
export function thinned(points: readonly Point[], most = MOST): readonly Point[] {
  if (points.length <= most) return points;
  return thinnedAt(points.length, most).map((i) => points[i]!);
}

/** A round domain that holds all values and what must be in it. [0, 1] for no value. */
export function niceDomain(
  values: Iterable<number>,
  ...within: readonly number[]
): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const part of [values, within])
    for (const value of part) {
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  if (low > high) return [0, 1];
  const domain = scaleLinear([low, low === high ? low + 1 : high], [0, 1])
    .nice(5)
    .domain();
  return [domain[0]!, domain[1]!];
}

/** Right margin that holds the labels, and the letters that fit into it. */
function labelRoom(series: readonly Series[]): {
  readonly margin: number;
  readonly letters: number;
} {
  const longest = Math.max(0, ...series.map(({ label }) => label.length));
  const { least, most, rest, letter } = MARGIN;
  const margin = Math.min(most, Math.max(least, rest + letter * longest));
  return { margin, letters: Math.floor((margin - rest) / letter) };
}

/** Scales, ticks of y, and where everything is drawn. */
export function lineLayout(series: readonly Series[], rules: readonly Rule[], domain: Domain) {
  const { margin, letters } = labelRoom(series);
  const right = FRAME.width - margin;
  const bottom = FRAME.height - FRAME.bottom;
  const x = scaleLinear(domain.x, [FRAME.left, right]);
  const y = scaleLinear(domain.y, [bottom, FRAME.top]).clamp(true);
  const path = line<Point>(
    ([at]) => x(at),
    ([, value]) => y(value),
  );
  const drawn = series.filter(({ points }) => points.length > 0);
  const ends = drawn.map(({ points }) => y(points.at(-1)![1]));
  const labels = spreadLabels(ends, LINE, [FRAME.top + 4, bottom - 2]);
  const named = rules
    .map((rule) => ({ ...rule, x: x(rule.x) }))
    .sort((a, b) => a.x - b.x)
    .reduce<{ key: string; label: string; x: number; level: number }[]>((placed, rule) => {
      const taken = placed.filter((other) => rule.x - other.x < NAME).map(({ level }) => level);
      const level = [0, 1, 2].find((free) => !taken.includes(free)) ?? 0;
      return [...placed, { ...rule, level }];
    }, []);
  return {
    ...{ x, y, right, bottom },
    yTicks: y.ticks(5),
    lines: drawn.map(({ key, label, points, mark }, i) => ({
      ...{ key, label },
      short: label.length > letters ? `${label.slice(0, letters - 1)}…` : label,
      path: path(thinned(points)) ?? '',
      end: { x: x(points.at(-1)![0]), y: ends[i]! },
      labelY: labels[i]!,
      mark:
        mark == null || !Number.isFinite(mark.y)
          ? null
          : { x: x(mark.x), y: y(mark.y), low: y(mark.low), high: y(mark.high) },
    })),
    rules: named,
  };
}
