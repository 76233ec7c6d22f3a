import { hashSeed } from '../calibration/random';
import type { DecisionTable } from '../traces/decisionTable';

/** Decisions that go into a fit at most: more would not move it, and the sliders would wait for it. */
export const FIT_MOST = 10_000;

/** Table rows, ascending: the ones to learn from, the others to judge on. */
export type Halves = { readonly learn: Int32Array; readonly judge: Int32Array };

/** The share of `rows` to learn from: half, but no more than about `FIT_MOST`. */
export const shareToLearn = (rows: number) => Math.min(0.5, FIT_MOST / Math.max(1, rows));

/**
 * Deals `rows` of a table into two parts by a seeded hash of the case: `share` of the cases to learn from, half of them unless
 * that were more than about `FIT_MOST` rows. A case is in the same part for every model, however many cases a run has done so far, and
 * with all its rollouts. `purpose` names the seed, so that two deals are independent of each other.
 */
export function dealHalves(
  { caseIds }: Pick<DecisionTable, 'caseIds'>,
  rows: Int32Array,
  purpose: string,
  { seed = 0, share = shareToLearn(caseIds.length) }: { seed?: number; share?: number } = {},
): Halves {
  const below = share * 2 ** 32;
  const [learn, judge]: [number[], number[]] = [[], []];
  for (const row of rows)
    (hashSeed(`${purpose}/${seed}/${caseIds[row]!}`) < below ? learn : judge).push(row);
  return { learn: Int32Array.from(learn), judge: Int32Array.from(judge) };
}
