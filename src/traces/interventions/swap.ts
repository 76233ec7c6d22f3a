import { quantileSorted } from '../../calibration/quantile';
import { softmax } from '../../calibration/scaling';
import { wilson, type Interval } from '../../calibration/wilson';
import type { Decision, FoundDecision } from '../decision';
import { STATEMENT } from './truncate';

/** One case decided twice: after the model's own reasoning, and after one that argues for `target`, an option it did not choose. */
export type Swap = {
  readonly caseId: string;
  readonly target: number;
  readonly before: FoundDecision;
  readonly after: Decision;
};

/** What the assistant's turn starts with for a reasoning that ends with `</think>`: the decision comes next. */
export function swappedPrefix(reasoning: string): string {
  return `${reasoning}${STATEMENT}`;
}

/** Probability of the chosen option, renormalised over the options; `factor` is α/T. NaN without a decision. */
export function decisionConfidence(decision: Decision, factor: number): number {
  return decision.status === 'found' ? softmax(decision.logits, factor)[decision.chosen]! : NaN;
}

/** Did the decision follow the reasoning that was put in? */
export function flipped({ target, after }: Swap): boolean {
  return after.status === 'found' && after.chosen === target;
}

export type SwapSummary = {
  readonly n: number;
  readonly flips: number;
  /** Share of the n that flipped, in [0, 1]; NaN for none. Interval: Wilson, 95 %. */
  readonly rate: number;
  readonly interval: Interval;
  /** Median confidence, NaN for none; after the swap over the decisions that there are. */
  readonly medianBefore: number;
  readonly medianAfter: number;
};

/** How often swaps flip, and how sure the decisions are before and after; a missing decision did not flip. */
export function summariseSwaps(swaps: readonly Swap[], factor: number): SwapSummary {
  const n = swaps.length;
  const flips = swaps.filter(flipped).length;
  const median = (decisions: readonly Decision[]) => {
    const sure = decisions.map((decision) => decisionConfidence(decision, factor));
    return quantileSorted(Float64Array.from(sure.filter((p) => !Number.isNaN(p))).sort(), 0.5);
  };
  return {
    n,
    flips,
    rate: flips / n,
    interval: wilson(flips, n),
    medianBefore: median(swaps.map(({ before }) => before)),
    medianAfter: median(swaps.map(({ after }) => after)),
  };
}

/** Bounds of the cells of confidence, each closed above; finest where overconfident models put everything. */
export const CONFIDENCE_CELLS = [0, 0.5, 0.9, 0.99, 0.999, 1] as const;

export function confidenceCell(p: number): number {
  return Math.max(0, CONFIDENCE_CELLS.findIndex((bound) => p <= bound) - 1);
}

/** Counts of swaps by cell of confidence before (rows) and after (columns); those without a decision after are left out. */
export function confidenceMatrix(swaps: readonly Swap[], factor: number): number[][] {
  const cells = CONFIDENCE_CELLS.length - 1;
  const counts = Array.from({ length: cells }, () => new Array<number>(cells).fill(0));
  for (const { before, after } of swaps) {
    if (after.status === 'missing') continue;
    const row = confidenceCell(decisionConfidence(before, factor));
    counts[row]![confidenceCell(decisionConfidence(after, factor))]!++;
  }
  return counts;
}
