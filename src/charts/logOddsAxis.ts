/** Log-odds of a probability; ±Infinity at its ends. */
export const logOdds = (p: number): number => Math.log(p) - Math.log1p(-p);
export const fromLogOdds = (x: number): number => 1 / (1 + Math.exp(-x));

/** An axis of probabilities in log-odds, where .9, .99 and .999 are far apart. */
export type LogOddsAxis = { readonly from: number; readonly to: number };

/** Beside the outermost confidences, so that either end is beyond all of them. */
const MARGIN = 0.03;

/**
 * Ends, in log-odds, that hold every confidence but exact 0 and 1, with a margin; −2 … 2 where there is none, and at least
 * one wide.
 */
export function logOddsAxis(confidence: Float64Array): LogOddsAxis {
  let [low, high] = [Infinity, -Infinity];
  for (const c of confidence) {
    if (!(c > 0 && c < 1)) continue;
    if (c < low) low = c;
    if (c > high) high = c;
  }
  if (low > high) return { from: -2, to: 2 };
  const [from, to] = [logOdds(low), logOdds(high)];
  const margin = Math.max(MARGIN * (to - from), (1 - (to - from)) / 2);
  return { from: from - margin, to: to + margin };
}

/** Log-odds of a probability on the axis; what is beyond its ends stands at them. */
export function onAxis({ from, to }: LogOddsAxis, p: number): number {
  return Math.min(to, Math.max(from, p >= 1 ? Infinity : logOdds(p)));
}

const ROUND = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

/** Round probabilities on the axis, at most `most`: thinned, or cut into even steps where none falls on it. */
export function logOddsTicks(axis: LogOddsAxis, most = 6): number[] {
  const nines = Array.from({ length: 13 }, (_, i) => [1 - 10 ** -(i + 2), 1 - 5 * 10 ** -(i + 3)]);
  const round = [...ROUND, ...nines.flat()].filter((p) => {
    const x = logOdds(p);
    return x >= axis.from && x <= axis.to;
  });
  if (round.length >= 2) {
    const every = Math.ceil(round.length / most);
    return round.filter((_, i) => i % every === Math.floor(((round.length - 1) % every) / 2));
  }
  return [0.1, 0.5, 0.9].map((at) => fromLogOdds(axis.from + at * (axis.to - axis.from)));
}

/** A probability with the digits that tell it from 0 and 1: `.83`, `.9997`; three decimals at least, or `least`. */
export function showProbability(p: number, least = 3): string {
  if (!(p > 0 && p < 1)) return Number.isNaN(p) ? '–' : p <= 0 ? '0' : '1';
  const nines = Math.ceil(-Math.log10(Math.min(p, 1 - p)));
  const digits = Math.min(12, Math.max(least, nines + 2));
  const text = p.toFixed(digits).replace(/0+$/, '').replace(/^0/, '');
  return text === '.' ? '0' : text === '1.' ? '1' : text;
}
