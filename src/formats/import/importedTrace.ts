import type { MissingReason } from '../../traces/decision';
import type { Provenance } from '../../traces/trace';

/** One logged candidate of a step. `logprob`: natural log, as logged; −Infinity for probability 0. */
export type ImportedAlternative = {
  readonly text: string;
  /** UTF-8 bytes where `text` does not say them: a token may be half a character. */
  readonly bytes: Uint8Array | null;
  readonly id: number | null;
  readonly logprob: number;
};

/** One token of a trace. `logprob` is NaN where it was not logged. */
export type ImportedToken = ImportedAlternative & {
  /** The likeliest tokens of the step; the chosen one may stand among them even if it is unlikely. */
  readonly alternatives: readonly ImportedAlternative[];
  /** Further tokens whose log-probabilities were asked for by id, whatever their rank. */
  readonly requested: readonly ImportedAlternative[];
};

/** A decision that the file states itself, so that no rule has to find it. */
export type RecordedDecision =
  | {
      readonly status: 'found';
      /** One logit an option, up to a constant; −Infinity: no probability known. */
      readonly logits: readonly number[];
      /** See `FoundDecision.bounds`. */
      readonly bounds: readonly number[] | null;
      readonly chosen: number;
      /** NaN where unknown. */
      readonly optionMass: number;
      readonly tokenIndex: number;
    }
  | { readonly status: 'missing'; readonly reason: MissingReason };

/** What every format is read into: a completion with what is known of its case. */
export type ImportedTrace = {
  readonly id: string;
  readonly caseId: string;
  readonly task: string;
  readonly tokens: readonly ImportedToken[];
  /** Tokens of the prompt where the server scored them (vLLM `prompt_logprobs`), else none. */
  readonly promptTokens: readonly ImportedToken[];
  readonly finish: 'stop' | 'length' | 'aborted' | 'unknown';
  /** The case's options, where the format carries them. */
  readonly options: readonly string[] | null;
  /** Gold option by name or by index, where the format carries it. */
  readonly gold: string | number | null;
  readonly posterior: readonly number[] | null;
  readonly recorded: RecordedDecision | null;
  readonly provenance: Provenance;
};
