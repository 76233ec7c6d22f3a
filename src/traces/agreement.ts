import { softmax } from '../calibration/scaling';
import { wilson, type Interval } from '../calibration/wilson';
import type { Decision } from './decision';

/** A count out of n with its share in [0, 1] (NaN for n = 0) and the Wilson interval, 95 %. */
export type Share = {
  readonly count: number;
  readonly n: number;
  readonly share: number;
  readonly interval: Interval;
};

export function shareOf(count: number, n: number): Share {
  return { count, n, share: count / n, interval: wilson(count, n) };
}

/** What the rollouts of one case say together. */
export type Agreement = {
  /** Rollouts, and those of them with a decision: the n of every share. */
  readonly rollouts: number;
  readonly decided: number;
  /** p(decision token) of each decided rollout, renormalised over the options, in the order given. */
  readonly confidence: Float64Array;
  /** Rollouts that are surer than .99. */
  readonly certain: Share;
  readonly options: readonly {
    /** Rollouts that decided for it. */
    readonly chosen: Share;
    /** Their mean confidence, in [0, 1]; NaN for none. */
    readonly confidence: number;
  }[];
  /** The option that most rollouts take, the first of equals; −1 without any decision. */
  readonly majority: number;
};

const CERTAIN = 0.99;

/** Agreement among the decisions of a case with k options; `factor` is α/T. */
export function agreement(decisions: readonly Decision[], k: number, factor: number): Agreement {
  const found = decisions.filter((decision) => decision.status === 'found');
  const n = found.length;
  const confidence = Float64Array.from(
    found,
    ({ logits, chosen }) => softmax(logits, factor)[chosen]!,
  );
  const options = Array.from({ length: k }, (_, option) => {
    const own = confidence.filter((_p, i) => found[i]!.chosen === option);
    return {
      chosen: shareOf(own.length, n),
      // A mean of probabilities may exceed 1 by rounding.
      confidence: Math.min(1, own.reduce((sum, p) => sum + p, 0) / own.length),
    };
  });
  const most = Math.max(...options.map(({ chosen }) => chosen.count));
  return {
    rollouts: decisions.length,
    decided: n,
    confidence,
    certain: shareOf(confidence.filter((p) => p > CERTAIN).length, n),
    options,
    majority: n === 0 ? -1 : options.findIndex(({ chosen }) => chosen.count === most),
  };
}
