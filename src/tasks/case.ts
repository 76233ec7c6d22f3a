/** One decision problem: a prompt with its options and the gold option. */
export type Case = {
  /** `task-seed-index`, unique for all generated cases. */
  readonly id: string;
  readonly task: string;
  /** Plain text that ends with one line an option, `- influenza = A`. */
  readonly prompt: string;
  /** The decisions that are admissible, as they are stated after `Answer: `. */
  readonly options: readonly string[];
  /** What each option stands for, in the order of `options`. */
  readonly optionTexts: readonly string[];
  /** One of `options`. */
  readonly gold: string;
  /** True probability of each option given the prompt, in the order of `options`; sums to 1. */
  readonly posterior: readonly number[];
};

/** A family of generated cases with a known posterior. */
export type Task = {
  readonly name: string;
  readonly title: string;
  /** Number of options of every case. */
  readonly optionCount: number;
  /** The same seed and index always give the same case. */
  readonly sample: (seed: number, index: number) => Case;
  /** What one annotator of the pre-training corpus wrote for this case: reasoning and decision. */
  readonly annotate: (instance: Case) => string;
  /**
   * Reasoning that argues for one option (an index), whatever is true, closed by `</think>` and without a decision; null
   * where nothing in the case can be read that way.
   */
  readonly argue: (instance: Case, option: number) => string | null;
  /** Posterior of a prompt a user may have edited, or null where the text is not of this task. */
  readonly posterior: (prompt: string) => readonly number[] | null;
  /**
   * Posterior given only what `lines` of reasoning (`- cue: …`) have read of the prompt so far: that of the prior for none,
   * that of the prompt for all; null where the text is not of this task. What the lines conclude is without effect.
   */
  readonly posteriorAfter: (prompt: string, lines: readonly string[]) => readonly number[] | null;
};
