import type { BinningOptions } from '../../calibration/bins';
import { drawStatistics, type Statistic } from '../../calibration/bootstrap';
import { differenceOfDraws } from '../../calibration/pairedDifference';
import { eceStatistic, meanStatistic } from '../../calibration/rowStatistics';
import type { Columns, Differences } from './job';

/** Rows of the cases that both have: row `first[i]` and row `second[i]` are of the same case. */
export function commonRows(
  a: Int32Array,
  b: Int32Array,
): { readonly first: Int32Array; readonly second: Int32Array } {
  const first: number[] = [];
  const second: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      first.push(i++);
      second.push(j++);
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second) };
}

function statistics(
  { confidence, correct }: Columns,
  rows: Int32Array,
  binning: Required<BinningOptions>,
): Statistic[] {
  const own = Float64Array.from(rows, (row) => confidence[row]!);
  const right = Uint8Array.from(rows, (row) => correct[row]!);
  return [meanStatistic(right), eceStatistic(own, right, binning), meanStatistic(own)];
}

/**
 * first − second over the cases that both decided, all figures from the same drawn cases (seed 0): what `pairedDifference`
 * says of each, with its draws. n = 0 and NaN where they share no case.
 */
export function differencesOf(
  first: Columns,
  second: Columns,
  binning: Required<BinningOptions>,
  resamples: number,
): Differences {
  const common = commonRows(first.cases, second.cases);
  const n = common.first.length;
  const of = [
    ...statistics(first, common.first, binning),
    ...statistics(second, common.second, binning),
  ];
  const drawn = drawStatistics(n, of, n === 0 ? 0 : resamples, 0);
  const all = Uint32Array.from({ length: n }, (_, i) => i);
  const difference = (at: number) => {
    const draws = drawn[at]!.map((value, i) => value - drawn[at + 3]![i]!);
    const value = of[at]!(all) - of[at + 3]!(all);
    return { ...differenceOfDraws(value, draws), resamples, seed: 0, draws };
  };
  return { n, accuracy: difference(0), ece: difference(1), meanConfidence: difference(2) };
}
