import type { Decision, MissingReason } from './decision';
import type { Provenance } from './trace';

/** One row: what a trace decided, before any scaling. */
export type DecisionRow = {
  readonly caseId: string;
  readonly decision: Decision;
  /** Index of the gold option, or −1 where it is not known. */
  readonly gold: number;
  /** True probability of each option, where it is known. */
  readonly posterior: readonly number[] | null;
};

/**
 * Columns of n decisions of one model on one split, all with the same K options.
 * Rows without a decision or without gold stay in the table and are left out of every number;
 * `usable` lists the others.
 */
export type DecisionTable = {
  readonly provenance: Provenance;
  readonly task: string;
  readonly labels: readonly string[];
  readonly caseIds: readonly string[];
  /** n × K raw option logits, row-major; NaN in a row without decision. */
  readonly logits: Float64Array;
  /**
   * n × K largest logits an option may have where `logits` holds the least, NaN where that is exact;
   * absent where every logit is. See `confidenceBounds`.
   */
  readonly bound?: Float64Array;
  /** Chosen option, −1 without decision. */
  readonly chosen: Int8Array;
  /** Gold option, −1 where unknown. */
  readonly gold: Int8Array;
  /** Option mass in [0, 1], NaN without decision. */
  readonly optionMass: Float64Array;
  /** n × K true probabilities, NaN where unknown. */
  readonly posterior: Float64Array;
  readonly missing: Readonly<Partial<Record<MissingReason, number>>>;
  /** Rows with a decision and a gold option, ascending. */
  readonly usable: Int32Array;
};

/** Columns from rows. Throws RangeError where a row's options are not as many as `labels`. */
export function decisionTable(
  provenance: Provenance,
  task: string,
  labels: readonly string[],
  rows: readonly DecisionRow[],
): DecisionTable {
  const k = labels.length;
  const n = rows.length;
  const logits = new Float64Array(n * k).fill(NaN);
  const posterior = new Float64Array(n * k).fill(NaN);
  const chosen = new Int8Array(n).fill(-1);
  const gold = new Int8Array(n).fill(-1);
  const optionMass = new Float64Array(n).fill(NaN);
  const bound = rows.some(({ decision }) => decision.status === 'found' && decision.bounds)
    ? new Float64Array(n * k).fill(NaN)
    : null;
  const missing: Partial<Record<MissingReason, number>> = {};
  const usable: number[] = [];
  for (const [row, { caseId, decision, gold: goldOption, posterior: truth }] of rows.entries()) {
    if (goldOption >= k || (truth !== null && truth.length !== k))
      throw new RangeError(`case ${caseId} does not have the ${k} options of its table`);
    gold[row] = goldOption;
    if (truth !== null) posterior.set(truth, row * k);
    if (decision.status === 'missing') {
      missing[decision.reason] = (missing[decision.reason] ?? 0) + 1;
      continue;
    }
    if (decision.logits.length !== k)
      throw new RangeError(`case ${caseId} has ${decision.logits.length} option logits, not ${k}`);
    if (decision.bounds !== undefined && decision.bounds.length !== k)
      throw new RangeError(`case ${caseId} has ${decision.bounds.length} bounds, not ${k}`);
    logits.set(decision.logits, row * k);
    bound?.set(decision.bounds ?? [], row * k);
    chosen[row] = decision.chosen;
    optionMass[row] = decision.optionMass;
    if (goldOption >= 0) usable.push(row);
  }
  return {
    provenance,
    task,
    labels,
    caseIds: rows.map((row) => row.caseId),
    logits,
    ...(bound === null ? {} : { bound }),
    chosen,
    gold,
    optionMass,
    posterior,
    missing,
    usable: Int32Array.from(usable),
  };
}

/** The usable rows alone, as the metrics want them: option logits, chosen and whether it was right. */
export function usableColumns(table: DecisionTable): {
  logits: Float64Array;
  chosen: Int8Array;
  correct: Uint8Array;
} {
  const k = table.labels.length;
  const n = table.usable.length;
  const logits = new Float64Array(n * k);
  const chosen = new Int8Array(n);
  const correct = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const row = table.usable[i]!;
    for (let option = 0; option < k; option++)
      logits[i * k + option] = table.logits[row * k + option]!;
    chosen[i] = table.chosen[row]!;
    correct[i] = table.chosen[row] === table.gold[row] ? 1 : 0;
  }
  return { logits, chosen, correct };
}

/** The bounds of the usable rows, in the order of `usableColumns`; null where every logit is exact. */
export function usableBounds(table: DecisionTable): Float64Array | null {
  if (table.bound === undefined) return null;
  const k = table.labels.length;
  const result = new Float64Array(table.usable.length * k);
  for (const [i, row] of table.usable.entries())
    result.set(table.bound.subarray(row * k, (row + 1) * k), i * k);
  return result;
}
