/** A decision that was found: the decision token and the option logits there. */
export type FoundDecision = {
  readonly status: 'found';
  /** Index of the decision token in the trace's tokens. */
  readonly tokenIndex: number;
  /** Index of the option whose surface form the decision token is. */
  readonly chosen: number;
  /** One raw logit an option (float64): the log of the summed exponentials of its surface forms. */
  readonly logits: readonly number[];
  /**
   * Where the log holds the likeliest tokens only: the largest logit each option may have, NaN where
   * its logit is exact. `logits` is then the least it may have, −Infinity for an option not logged.
   */
  readonly bounds?: readonly number[];
  /** Probability in [0, 1] that the full vocabulary gave to all options together, at temperature 1. */
  readonly optionMass: number;
};

/** Why a trace has no decision: shown as it is, never replaced by a guess. */
export type MissingReason =
  | 'no-decision' // the rule matches nowhere in the finished text
  | 'not-an-option' // the rule matches, but the token there is no surface form of an option
  | 'cut-off' // the trace ended (length or abort) before the rule could match
  | 'no-probability'; // the decision token's own log-probability was not logged

export type MissingDecision = { readonly status: 'missing'; readonly reason: MissingReason };

export type Decision = FoundDecision | MissingDecision;
