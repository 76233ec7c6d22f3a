import type { OptionForms } from '../../traces/options';

/** Where a trace states its decision. */
export type ImportRule =
  /** After the last match of `pattern` behind the last `after`; see `DecisionRule`. */
  | { readonly kind: 'tag'; readonly after: string; readonly pattern: string }
  /** The last match: the token in which its first group begins, or the token after a match without groups. */
  | { readonly kind: 'regex'; readonly pattern: string }
  /** The last token that is a surface form of an option and no part of a longer word. */
  | { readonly kind: 'last-option' }
  /** What the last `\boxed{` holds. */
  | { readonly kind: 'boxed' }
  /** The token of that index; negative: from the end. */
  | { readonly kind: 'position'; readonly index: number }
  /** The decision that the file itself states. */
  | { readonly kind: 'recorded' };

/** What the user says of traces, so that they become decisions. */
export type ImportSpec = {
  /**
   * Options and the token texts that count as each; every text is taken for one token. Null: those that the
   * traces carry, with the letter forms of each.
   */
  readonly options: readonly OptionForms[] | null;
  readonly rule: ImportRule;
  /** Which tokens are searched: the completion's, or the prompt's where the server scored those. */
  readonly part: 'completion' | 'prompt';
  /** Gold option by case id (or trace id), by name or index; goes before what the file says. */
  readonly gold: ReadonlyMap<string, string | number> | null;
  /**
   * Sampling temperature to undo, where the log-probabilities were processed: they are multiplied by
   * it. Null where they are raw.
   */
  readonly temperature0: number | null;
};
