import { logSumExpAt, TOP, topIdsAt } from './stepStats';

/** Token ids of each option's surface forms: `forms[option]` lists them. */
export type FormIds = readonly (readonly number[])[];

/**
 * The figures of one row's tokens, in typed arrays that cross the worker boundary without a copy.
 * `top*` hold `topCount` entries a token, likeliest first. All logs are natural and raw (temperature 1).
 */
export type PackedTokens = {
  readonly count: number;
  readonly topCount: number;
  readonly ids: Int32Array;
  readonly logprobs: Float64Array;
  readonly logsumexps: Float64Array;
  readonly topIds: Int32Array;
  readonly topLogprobs: Float64Array;
};

/** Records one row while it is decoded: statistics of each step, and the raw logits of every surface form. */
export class RowRecord {
  readonly topCount: number;
  count = 0;
  private readonly ids: Int32Array;
  private readonly logsumexps: Float64Array;
  private readonly logits: Float32Array;
  private readonly topIds: Int32Array;
  private readonly topLogits: Float32Array;
  private readonly formLogits: Float32Array;
  private readonly formCount: number;
  private readonly vocabSize: number;
  private readonly forms: FormIds;

  constructor(capacity: number, vocabSize: number, forms: FormIds) {
    this.vocabSize = vocabSize;
    this.forms = forms;
    this.formCount = forms.reduce((sum, ids) => sum + ids.length, 0);
    this.topCount = Math.min(TOP, vocabSize);
    this.ids = new Int32Array(capacity);
    this.logsumexps = new Float64Array(capacity);
    this.logits = new Float32Array(capacity);
    this.topIds = new Int32Array(capacity * this.topCount);
    this.topLogits = new Float32Array(capacity * this.topCount);
    this.formLogits = new Float32Array(capacity * this.formCount);
  }

  /** Adds the token `id`, chosen from the logits that begin at `offset`. */
  push(id: number, logits: Float32Array, offset: number): void {
    const step = this.count++;
    this.ids[step] = id;
    this.logits[step] = logits[offset + id]!;
    this.logsumexps[step] = logSumExpAt(logits, offset, this.vocabSize);
    const top = step * this.topCount;
    topIdsAt(logits, offset, this.vocabSize, this.topIds, top);
    for (let i = top; i < top + this.topCount; i++)
      this.topLogits[i] = logits[offset + this.topIds[i]!]!;
    let form = step * this.formCount;
    for (const ids of this.forms)
      for (const formId of ids) this.formLogits[form++] = logits[offset + formId]!;
  }

  /** Raw logits of the surface forms of `option` at `step`. */
  formLogitsAt(step: number, option: number): number[] {
    let form = step * this.formCount;
    for (let i = 0; i < option; i++) form += this.forms[i]!.length;
    return Array.from(this.formLogits.subarray(form, form + this.forms[option]!.length));
  }

  logsumexpAt(step: number): number {
    return this.logsumexps[step]!;
  }

  idsFrom(step: number): Int32Array {
    return this.ids.subarray(step, this.count);
  }

  /** Copies of the figures of the tokens from `step` on. */
  pack(step = 0): PackedTokens {
    const { count, topCount } = this;
    const logsumexps = this.logsumexps.slice(step, count);
    const topLogprobs = Float64Array.from(
      this.topLogits.subarray(step * topCount, count * topCount),
      (logit, i) => logit - logsumexps[Math.floor(i / topCount)]!,
    );
    return {
      count: count - step,
      topCount,
      ids: this.ids.slice(step, count),
      logprobs: logsumexps.map((norm, i) => this.logits[step + i]! - norm),
      logsumexps,
      topIds: this.topIds.slice(step * topCount, count * topCount),
      topLogprobs,
    };
  }
}
