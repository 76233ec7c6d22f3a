/**
 * Where a trace states its decision: the decision token is the first token that begins at or after
 * the end of the last match of `pattern` (regular expression source) in the text that follows the
 * last `after` marker. With `after: ''` the whole text is searched.
 */
export type DecisionRule = {
  readonly name: string;
  readonly after: string;
  readonly pattern: string;
};

/** `Answer: X` after the reasoning has been closed. */
export const ANSWER_TAG: DecisionRule = {
  name: 'Answer: X after </think>',
  after: '</think>',
  pattern: 'Answer:',
};

/**
 * Index of the decision token in `texts` (the decoded text of each token), or −1 where the rule
 * matches nowhere or the text ends right after the match.
 * Throws SyntaxError when the rule's pattern is no regular expression.
 */
export function findDecisionToken(texts: readonly string[], rule: DecisionRule): number {
  const text = texts.join('');
  const marker = rule.after === '' ? 0 : text.lastIndexOf(rule.after);
  if (marker < 0) return -1;
  const from = marker + rule.after.length;
  const matches = [...text.slice(from).matchAll(new RegExp(rule.pattern, 'gu'))];
  const last = matches.at(-1);
  if (last === undefined) return -1;
  const end = from + last.index + last[0].length;
  let position = 0;
  for (const [index, piece] of texts.entries()) {
    if (position >= end && piece !== '') return index;
    position += piece.length;
  }
  return -1;
}
