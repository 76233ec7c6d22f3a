import { splitRows } from './calibrators/crossFit';
import { clopperPearson } from './clopperPearson';
import { deferAt, thresholdSteps } from './deferral';

/** One hypothesis “the risk above `threshold` exceeds the target” and its test; `upper`: bound on that risk. */
export type RiskTest = {
  threshold: number;
  answered: number;
  wrong: number;
  upper: number;
  passed: boolean;
};

/**
 * `threshold`: the loosest that passed, null where none did. `ordering`, `testing`: rows that the sequence was learnt from
 * and tested on. `tests`: in their order; all but the last passed, and so did the last where the sequence ended.
 */
export type RiskControl = {
  threshold: number | null;
  ordering: number;
  testing: number;
  tests: RiskTest[];
};

/** `risk`, `delta`: see `controlRisk`; `orderingShare` (0.2) of the rows learn the sequence; `seed` (0) deals them. */
export type RiskTarget = {
  risk: number;
  delta: number;
  orderingShare?: number;
  seed?: string | number;
};

/** Upper end of the one-sided Clopper–Pearson interval at level 1 − δ: the two-sided one at 1 − 2δ. */
const upperBound = (wrong: number, answered: number, delta: number) =>
  clopperPearson(wrong, answered, 1 - 2 * delta).high;

/**
 * A threshold whose selective risk, the error rate among rows of the same population with at least that confidence, is at
 * most `risk` with probability at least 1 − `delta` over the draw of the rows: for any model, any confidence and any n. The
 * rows must be independent, and new to whatever calibrator made their confidences.
 *
 * Learn then Test with split fixed-sequence testing (Angelopoulos, Bates, Candès, Jordan & Lei 2021, arXiv 2110.01052): a
 * part of the rows says where to start (its least upper bound) and gives the sequence of ever looser thresholds; the other
 * part tests one after the other by the exact binomial bound of Clopper & Pearson and stops at the first that fails.
 * Throws RangeError unless 0 < risk < 1 and 0 < delta < 0.5.
 */
export function controlRisk(
  confidence: Float64Array,
  correct: Uint8Array,
  { risk, delta, orderingShare = 0.2, seed = 0 }: RiskTarget,
): RiskControl {
  if (!(risk > 0 && risk < 1)) throw new RangeError(`controlRisk: risk ${risk} is not in (0, 1)`);
  if (!(delta > 0 && delta < 0.5))
    throw new RangeError(`controlRisk: delta ${delta} is not in (0, 0.5)`);
  const [first, second] = splitRows(confidence.length, orderingShare, seed);
  const part = (rows: readonly number[]) =>
    [
      Float64Array.from(rows, (row) => confidence[row]!),
      Uint8Array.from(rows, (row) => correct[row]!),
    ] as const;
  const [learnt, tested] = [part(first), part(second)];
  const tests: RiskTest[] = [];
  let threshold: number | null = null;
  for (const candidate of sequence(...learnt, delta)) {
    const { answered } = deferAt(...tested, candidate);
    const wrong = answered.n - answered.right;
    const upper = upperBound(wrong, answered.n, delta);
    tests.push({ threshold: candidate, answered: answered.n, wrong, upper, passed: upper <= risk });
    if (upper > risk) break;
    threshold = candidate;
  }
  return { threshold, ordering: first.length, testing: second.length, tests };
}

/** From the threshold with the least upper bound down to “answer everything”. */
function sequence(confidence: Float64Array, correct: Uint8Array, delta: number): number[] {
  const { threshold, answered, wrong } = thresholdSteps(confidence, correct);
  let [start, least] = [1, Infinity];
  for (let i = 1; i < threshold.length; i++) {
    const bound = upperBound(wrong[i]!, answered[i]!, delta);
    if (bound < least) [start, least] = [i, bound];
  }
  return threshold.length === 1 ? [] : [...threshold.subarray(start), 0];
}
