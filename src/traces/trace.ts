import type { Decision } from './decision';

/** One of the likeliest tokens of a step. `logprob`: natural log, raw (no temperature). */
export type TokenAlternative = {
  readonly id: number;
  readonly text: string;
  readonly logprob: number;
};

/**
 * One generated token. All log-probabilities are natural logs of the model's own distribution over
 * the full vocabulary (temperature 1, whatever the sampling temperature was).
 * A raw logit is `logprob + logsumexp`.
 */
export type Token = {
  /** The model's own; negative where a server told none: one for each distinct token of the trace. */
  readonly id: number;
  /** Decoded text of this token alone; special tokens show their name, e.g. `</think>`. */
  readonly text: string;
  /** NaN where nobody computed it: a prefix that a server was given as text. */
  readonly logprob: number;
  /** 0 where a server gave log-probabilities only. */
  readonly logsumexp: number;
  /** The likeliest tokens, likeliest first, the chosen token among them or not: ten of our engines, what a server logged else. */
  readonly top: readonly TokenAlternative[];
};

/** How the tokens were drawn. Greedy takes the argmax; `temperature` and `seed` are then without effect. */
export type Sampling = {
  readonly mode: 'greedy' | 'sample';
  /** > 0; divides every logit before sampling. */
  readonly temperature: number;
  readonly seed: number;
};

/** Which computation a number came from; every result carries it. */
export type Provenance = {
  readonly model: string;
  readonly dtype: string;
  readonly backend: string;
};

/** One sampled completion of a case. */
export type Trace = {
  readonly id: string;
  readonly caseId: string;
  readonly provenance: Provenance;
  readonly sampling: Sampling;
  readonly tokens: readonly Token[];
  /** `stop`: the model ended the turn; `length`: cut at the token limit; `aborted`: the user stopped it. */
  readonly finish: 'stop' | 'length' | 'aborted';
  readonly decision: Decision;
};
