import type { Decisions } from '../decisions';

/** Log-odds of 1 − 2^−53, the largest confidence below 1: log-odds are kept within ± this. */
export const MAX_LOG_ODDS = Math.log((1 - 2 ** -53) / 2 ** -53);

/**
 * Log-odds of every row's confidence, log(c/(1 − c)), straight from the logits: exact where c
 * itself would round to 1. `factor`: α/T. Kept within ±`MAX_LOG_ODDS`.
 */
export function chosenLogOdds({ logits, k, chosen }: Decisions, factor = 1): Float64Array {
  return Float64Array.from(chosen, (option, row) => {
    const own = logits[row * k + option]!;
    let max = -Infinity;
    for (let j = 0; j < k; j++) if (j !== option) max = Math.max(max, logits[row * k + j]!);
    if (max === -Infinity || own === -Infinity)
      return own === max ? Number.NaN : own > max ? MAX_LOG_ODDS : -MAX_LOG_ODDS;
    let sum = 0;
    for (let j = 0; j < k; j++)
      if (j !== option && logits[row * k + j] !== -Infinity)
        sum += Math.exp(factor * (logits[row * k + j]! - max));
    return clampLogOdds(factor * (own - max) - Math.log(sum));
  });
}

/** Log-odds of probabilities, kept within ±`MAX_LOG_ODDS`. */
export function logOddsOf(confidence: Float64Array): Float64Array {
  return confidence.map((c) => clampLogOdds(Math.log(c) - Math.log1p(-c)));
}

/** 1 / (1 + exp(−x)), without overflow. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** log(1 + exp(x)), without overflow: −log of the probability with log-odds −x. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

function clampLogOdds(x: number): number {
  return Math.max(-MAX_LOG_ODDS, Math.min(MAX_LOG_ODDS, x));
}
