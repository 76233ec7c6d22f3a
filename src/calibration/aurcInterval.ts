import { quantileSorted } from './quantile';
import { createRandom } from './random';
import { aurc, excessAurc, riskCoverage } from './riskCoverage';

/** Estimate with its 95 % percentile interval. */
export type Estimate = { value: number; low: number; high: number };

/** AURC and excess AURC of the same `resamples` seeded bootstrap samples. */
export type AurcEstimate = { aurc: Estimate; excess: Estimate; resamples: number };

/** 500 up to 2000 rows, fewer above so that a million rows are drawn, but at least 100. */
const defaultResamples = (n: number) => Math.max(100, Math.min(500, Math.floor(1e6 / n)));

/**
 * AURC and excess AURC with intervals. The same draws as `bootstrap` of the same seed, but rows are sorted once and not in
 * every sample. NaN for n = 0.
 */
export function aurcInterval(
  confidence: Float64Array,
  correct: Uint8Array,
  {
    resamples = defaultResamples(confidence.length),
    seed = 0,
  }: { resamples?: number; seed?: string | number } = {},
): AurcEstimate {
  const n = confidence.length;
  const curve = riskCoverage(confidence, correct);
  const order = Array.from(confidence.keys()).sort((a, b) => confidence[b]! - confidence[a]!);
  const rank = new Uint32Array(n);
  for (const [place, row] of order.entries()) rank[row] = place;
  const lastOfTie = Uint8Array.from(order, (row, i) =>
    i === n - 1 || confidence[order[i + 1]!] !== confidence[row] ? 1 : 0,
  );
  const outcome = Uint8Array.from(order, (row) => correct[row]!);
  const harmonic = new Float64Array(n + 1);
  for (let i = 1; i <= n; i++) harmonic[i] = harmonic[i - 1]! + 1 / i;
  const random = createRandom(seed);
  const [areas, excesses] = [new Float64Array(resamples), new Float64Array(resamples)];
  const counts = new Uint32Array(n);
  for (let b = 0; b < resamples; b++) {
    counts.fill(0);
    for (let i = 0; i < n; i++) counts[rank[Math.floor(random() * n)]!]!++;
    let [sum, before, wrong, drawn, ties] = [0, 0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      ties += counts[i]!;
      if (outcome[i] === 0) wrong += counts[i]!;
      if (lastOfTie[i] === 0) continue;
      const share = ties === 0 ? 0 : (wrong - before) / ties;
      for (let r = 1; r <= ties; r++) sum += (before + share * r) / (drawn + r);
      drawn += ties;
      [before, ties] = [wrong, 0];
    }
    const best = wrong - (n - wrong) * (harmonic[n]! - harmonic[n - wrong]!);
    areas[b] = sum / n;
    excesses[b] = (sum - best) / n;
  }
  const estimate = (value: number, draws: Float64Array): Estimate => {
    const sorted = n === 0 ? new Float64Array() : draws.sort();
    return { value, low: quantileSorted(sorted, 0.025), high: quantileSorted(sorted, 0.975) };
  };
  return {
    aurc: estimate(aurc(curve), areas),
    excess: estimate(excessAurc(curve), excesses),
    resamples,
  };
}
