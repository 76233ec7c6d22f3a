import { sortRows } from './sortRows';

/**
 * Selective risk by coverage: `risk[i]` is the error rate of the i + 1 most confident of n rows,
 * coverage (i + 1)/n. Rows of equal confidence cannot be told apart, so inside a tie the
 * expectation over their order stands.
 */
export type RiskCoverage = { risk: Float64Array };

/** The risk–coverage curve. Source: Geifman & El-Yaniv 2017. */
export function riskCoverage(confidence: Float64Array, correct: Uint8Array): RiskCoverage {
  const n = confidence.length;
  const { values, correct: outcomes } = sortRows(confidence, correct);
  const risk = new Float64Array(n);
  let [to, before] = [n, 0];
  while (to > 0) {
    let [from, wrong] = [to, 0];
    for (; from > 0 && values[from - 1] === values[to - 1]; from--)
      wrong += 1 - outcomes[from - 1]!;
    for (let rank = 1; rank <= to - from; rank++)
      risk[n - to + rank - 1] = (before + (wrong * rank) / (to - from)) / (n - to + rank);
    before += wrong;
    to = from;
  }
  return { risk };
}

/**
 * Area under the risk–coverage curve. `mean` (default): mean of the n risks; `trapezoid`: by
 * trapezoids from coverage 1/n to 1, divided by that width (torch-uncertainty). NaN for n = 0, and
 * for `trapezoid` of one row.
 */
export function aurc({ risk }: RiskCoverage, rule: 'mean' | 'trapezoid' = 'mean'): number {
  const n = risk.length;
  let sum = 0;
  for (const value of risk) sum += value;
  if (rule === 'mean') return sum / n;
  return (sum - (risk[0]! + risk[n - 1]!) / 2) / (n - 1);
}

/** AURC minus that of a perfect ranking (all right rows first) of the same accuracy: 0 at best. */
export function excessAurc(curve: RiskCoverage): number {
  const n = curve.risk.length;
  const wrong = n === 0 ? 0 : Math.round(curve.risk[n - 1]! * n);
  const best = new Float64Array(n).map((_, i) => Math.max(0, i + 1 - (n - wrong)) / (i + 1));
  return aurc(curve) - aurc({ risk: best });
}

/**
 * Accuracy of the most confident rows at `coverage` ∈ (0, 1]: those ⌈coverage·n⌉ rows that keep a
 * decision when the rest is deferred. NaN for n = 0. Throws RangeError for a coverage outside (0,
 * 1].
 */
export function accuracyAtCoverage({ risk }: RiskCoverage, coverage: number): number {
  if (!(coverage > 0 && coverage <= 1))
    throw new RangeError(`accuracyAtCoverage: coverage ${coverage} is not in (0, 1]`);
  // 0.07·100 is 7.000000000000001, and that is 7 rows, not 8.
  const rows = Math.max(1, Math.ceil(coverage * risk.length - 1e-9));
  return 1 - (risk[rows - 1] ?? Number.NaN);
}
