import type { Truth } from '../../strings/learn/facts';

/** A share in [0, 1], or the name of a choice. */
export type Answer = number | string;

export type Verdict = 'close' | 'low' | 'high' | 'right' | 'wrong';

/** A prediction this near to the truth counts as met, whatever chance says. */
export const NEAR = 0.05;

/** A prediction against the truth. A share is met within 5 points of it or within its interval. */
export function judge(answer: Answer, truth: Truth): Verdict {
  if (truth.kind === 'choice') return answer === truth.value ? 'right' : 'wrong';
  const share = Number(answer);
  const { value, low, high } = truth;
  if (Math.abs(share - value) <= NEAR + 1e-9 || (share >= low && share <= high)) return 'close';
  return share < value ? 'low' : 'high';
}

export const met = (verdict: Verdict) => verdict === 'close' || verdict === 'right';
