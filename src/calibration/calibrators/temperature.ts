import type { Decisions } from '../decisions';
import { CalibratorFitError } from './fitError';

/** Logits are divided by `temperature` (above 1: less confident). */
export type Temperature = { name: 'temperature'; temperature: number; fittedOn: number };

/**
 * The decision token's logits are multiplied by `scale`: the same family of maps, α = 1/T, that
 * leaves the reasoning alone.
 */
export type Scale = { name: 'scale'; scale: number; fittedOn: number };

/**
 * The factor on top of `factor` (α/T) that minimises the negative log-likelihood of gold, within
 * 1e-12 relative. Rows whose gold option has probability 0 stay so at any temperature and are left
 * out. Throws CalibratorFitError.
 */
export function fitFactor(calibrator: string, decisions: Decisions, factor: number): number {
  const { logits, k, gold } = decisions;
  const rows = Array.from(gold.keys()).filter((row) => logits[row * k + gold[row]!] !== -Infinity);
  if (rows.length === 0)
    throw new CalibratorFitError(
      calibrator,
      'empty',
      'no decision gives its gold option any probability; choose a larger fitting split.',
    );
  const [flat, sharp] = [slope(decisions, rows, 0), slope(decisions, rows, Infinity)];
  if (sharp <= 0)
    throw new CalibratorFitError(
      calibrator,
      'separable',
      `in all ${rows.length} decisions of the fitting split gold has the largest logit, so the best temperature is 0; fit on more cases.`,
    );
  if (flat >= 0)
    throw new CalibratorFitError(
      calibrator,
      'uninformative',
      `over the ${rows.length} decisions of the fitting split the logits point away from gold, so the best temperature is infinite; ` +
        'check how options and gold are paired, or use “platt”.',
    );
  let [low, high] = [0, 1];
  while (slope(decisions, rows, high) < 0) [low, high] = [high, 2 * high];
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (slope(decisions, rows, middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2 / factor;
}

/**
 * Derivative of the negative log-likelihood in the factor f, Σ E_f[z] − z_gold; at ∞ the mean is
 * the maximum. Increasing in f.
 */
function slope({ logits, k, gold }: Decisions, rows: readonly number[], f: number): number {
  let total = 0;
  for (const row of rows) {
    const own = logits[row * k + gold[row]!]!;
    let max = -Infinity;
    for (let i = row * k; i < (row + 1) * k; i++) max = Math.max(max, logits[i]!);
    let [sum, weighted] = [0, 0];
    if (f < Infinity)
      for (let i = row * k; i < (row + 1) * k; i++) {
        if (logits[i] === -Infinity) continue;
        const weight = Math.exp(f * (logits[i]! - max));
        sum += weight;
        weighted += weight * (logits[i]! - own);
      }
    total += f < Infinity ? weighted / sum : max - own;
  }
  return total;
}
