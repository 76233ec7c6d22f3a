/** What tables call their columns, in small letters. */
export const ID = ['id', 'case_id', 'caseid', 'case', 'custom_id', 'index'];
export const CONFIDENCE = ['confidence', 'conf', 'max_prob', 'p', 'prob', 'probability'];
export const CORRECT = ['correct', 'is_correct', 'right', 'acc', 'accuracy', 'hit', 'y'];
export const GOLD = ['gold', 'target', 'label', 'answer', 'correct_option', 'y_true'];
export const CHOSEN = ['chosen', 'prediction', 'predicted', 'pred', 'choice', 'y_pred'];

/** A column of one option: `p_A`, `logit_B`, `logprob.C` … */
export const OPTION = /^(p|prob|probability|logit|logprob|z)[_.:\- ](.+)$/iu;

/** The options of rows that say only how confident and whether right. */
export const STATED_OR_NOT = ['its answer', 'another'] as const;

export const TRUE = new Set(['1', '1.0', 'true', 't', 'yes', 'y', 'right', 'correct']);
export const FALSE = new Set(['0', '0.0', 'false', 'f', 'no', 'n', 'wrong', 'incorrect']);

/** The columns of options among names, all of one kind, and whether they hold logits. */
export function optionColumns(names: readonly string[]): {
  keys: string[];
  options: string[];
  logits: boolean;
} {
  const found = names.flatMap((key) => {
    const match = OPTION.exec(key.trim());
    return match === null ? [] : [{ key, kind: match[1]!.toLowerCase(), option: match[2]! }];
  });
  const kind = found[0]?.kind ?? 'p';
  const own = found.filter((column) => column.kind === kind);
  return {
    keys: own.map(({ key }) => key),
    options: own.map(({ option }) => option),
    logits: !kind.startsWith('p'),
  };
}
