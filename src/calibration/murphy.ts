import { brier } from './brier';
import { sortRows } from './sortRows';

/**
 * brier = reliability − resolution + uncertainty + within. `within` is what varying forecasts in
 * one group add (Stephenson et al. 2008); it is 0 when every group holds one forecast, and the
 * classic identity is exact then.
 */
export type Murphy = {
  brier: number;
  reliability: number;
  resolution: number;
  uncertainty: number;
  within: number;
};

/**
 * Murphy's decomposition of the binary Brier score over the groups of `index` (one group number a
 * row, as `binIndex` gives; rows at −1 form a group of their own). Without `index`, rows of equal
 * confidence are a group. NaN for n = 0.
 */
export function murphy(confidence: Float64Array, correct: Uint8Array, index?: Int32Array): Murphy {
  if (index === undefined) {
    const { values, correct: outcomes } = sortRows(confidence, correct);
    let group = 0;
    const groups = Int32Array.from(values, (c, i) =>
      i > 0 && values[i - 1] !== c ? ++group : group,
    );
    return murphy(values, outcomes, groups);
  }
  const n = confidence.length;
  const groups = new Map<number, { n: number; c: number; y: number }>();
  let right = 0;
  for (let i = 0; i < n; i++) {
    const group = groups.get(index[i]!) ?? { n: 0, c: 0, y: 0 };
    groups.set(index[i]!, group);
    group.n++;
    group.c += confidence[i]!;
    group.y += correct[i]!;
    right += correct[i]!;
  }
  const base = right / n;
  let [reliability, resolution, within] = [0, 0, 0];
  for (const group of groups.values()) {
    reliability += (group.c - group.y) ** 2 / group.n;
    resolution += group.n * (group.y / group.n - base) ** 2;
  }
  for (let i = 0; i < n; i++) {
    const group = groups.get(index[i]!)!;
    const off = confidence[i]! - group.c / group.n;
    within += off ** 2 - 2 * off * (correct[i]! - group.y / group.n);
  }
  return {
    brier: brier(confidence, correct),
    reliability: reliability / n,
    resolution: resolution / n,
    uncertainty: base * (1 - base),
    within: within / n,
  };
}
