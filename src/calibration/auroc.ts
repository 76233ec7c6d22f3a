import { sortRows } from './sortRows';

/**
 * Area under the ROC curve of the confidence: the chance that a right row has more confidence than
 * a wrong one, ties counting one half (midranks). NaN when all rows are right or all are wrong:
 * there is nothing to rank.
 */
export function auroc(confidence: Float64Array, correct: Uint8Array): number {
  const n = confidence.length;
  const { values, correct: outcomes } = sortRows(confidence, correct);
  let [rights, rankSum] = [0, 0];
  let from = 0;
  while (from < n) {
    let [to, right] = [from, 0];
    for (; to < n && values[to] === values[from]; to++) right += outcomes[to]!;
    rights += right;
    rankSum += (right * (from + 1 + to)) / 2;
    from = to;
  }
  return (rankSum - (rights * (rights + 1)) / 2) / (rights * (n - rights));
}
