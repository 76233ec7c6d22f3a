import { binRanges } from './binRanges';
import type { BinningOptions } from './bins';
import type { Bounds } from './confidenceBounds';

/** `exact`: both ends are attained; otherwise they enclose the attainable values. */
export type EceBounds = { readonly low: number; readonly high: number; readonly exact: boolean };

/** Least distance from 0 in [from, to]. */
const least = (from: number, to: number) => (from > 0 ? from : to < 0 ? -to : 0);
const most = (from: number, to: number) => Math.max(Math.abs(from), Math.abs(to));

/**
 * Between which values the ECE lies when each confidence is known to [low, high] only; n outcomes in
 * `correct`. While no row can change its bin, each bin's gap is an interval of its own and the result
 * is exact. Rows that can change it make it conservative: above, each counts with its own largest
 * gap; below, the bins that such rows connect are taken as one, which never makes the ECE larger
 * (triangle inequality). About the confidences only: the sampling error of the outcomes is
 * `eceInterval`'s. NaN for n = 0. Throws RangeError for lengths that differ or ends that are not
 * ordered within [0, 1].
 */
export function eceBounds(
  bounds: Bounds,
  correct: Uint8Array,
  options: BinningOptions = {},
): EceBounds {
  const { low, high } = bounds;
  const n = correct.length;
  if (low.length !== n || high.length !== n)
    throw new RangeError(`eceBounds: ${low.length} and ${high.length} ends, ${n} outcomes`);
  for (let i = 0; i < n; i++)
    if (!(low[i]! >= 0 && low[i]! <= high[i]! && high[i]! <= 1))
      throw new RangeError(`eceBounds: row ${i} is known to [${low[i]!}, ${high[i]!}]`);
  const { first, last } = binRanges(bounds, options);
  const size = last.reduce((a, b) => Math.max(a, b), 0) + 1;
  const joined = new Uint8Array(size);
  for (let i = 0; i < n; i++)
    for (let bin = Math.max(0, first[i]!); bin < last[i]!; bin++) joined[bin] = 1;
  const group = new Int32Array(size);
  for (let bin = 1; bin < size; bin++)
    group[bin] = group[bin - 1]! + (joined[bin - 1] === 1 ? 0 : 1);

  const [fixedFrom, fixedTo] = [new Float64Array(size), new Float64Array(size)];
  const [groupFrom, groupTo] = [new Float64Array(size), new Float64Array(size)];
  let moving = 0;
  let exact = true;
  for (let i = 0; i < n; i++) {
    if (last[i]! < 0) continue;
    const [from, to] = [correct[i]! - high[i]!, correct[i]! - low[i]!];
    const own = group[last[i]!]!;
    // A row that may be in no bin at all may also add nothing.
    groupFrom[own]! += first[i]! < 0 ? Math.min(0, from) : from;
    groupTo[own]! += first[i]! < 0 ? Math.max(0, to) : to;
    if (first[i] === last[i]) {
      fixedFrom[last[i]!]! += from;
      fixedTo[last[i]!]! += to;
    } else {
      moving += most(from, to);
      exact = false;
    }
  }
  let [below, above] = [0, moving];
  for (let bin = 0; bin < size; bin++) {
    below += least(groupFrom[bin]!, groupTo[bin]!);
    above += most(fixedFrom[bin]!, fixedTo[bin]!);
  }
  return { low: below / n, high: above / n, exact };
}
