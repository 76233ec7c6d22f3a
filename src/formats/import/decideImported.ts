import type { Decision } from '../../traces/decision';
import type { OptionForms } from '../../traces/options';
import type { TokenFinder } from './findToken';
import type { ImportedTrace, RecordedDecision } from './importedTrace';
import type { ImportSpec } from './importSpec';
import { hasOwnLogprob, optionLogits, optionOfToken } from './optionLogits';
import { tokenTexts } from './tokenTexts';

const cutOff = ({ finish }: ImportedTrace) => finish === 'length' || finish === 'aborted';

/** The tokens that the spec asks to search. */
export function tokensOf(trace: ImportedTrace, { part }: Pick<ImportSpec, 'part'>) {
  return part === 'prompt' ? trace.promptTokens : trace.tokens;
}

/**
 * The decision of a trace: the one it records, where it has no tokens or the spec says so, else the
 * one that the finder's token states. Never a guess; see `decide`.
 */
export function decideImported(
  trace: ImportedTrace,
  options: readonly OptionForms[],
  finder: TokenFinder,
  spec: ImportSpec,
): Decision {
  const tokens = tokensOf(trace, spec);
  if (trace.recorded !== null && (spec.rule.kind === 'recorded' || tokens.length === 0))
    return fromRecord(trace.recorded, trace.options ?? [], options, spec.temperature0 ?? 1);
  const tokenIndex = finder(tokenTexts(tokens));
  const token = tokens[tokenIndex];
  if (token === undefined)
    return { status: 'missing', reason: cutOff(trace) ? 'cut-off' : 'no-decision' };
  const chosen = optionOfToken(token, options);
  if (chosen < 0) return { status: 'missing', reason: 'not-an-option' };
  if (!hasOwnLogprob(token)) return { status: 'missing', reason: 'no-probability' };
  const { logits, bounds, optionMass } = optionLogits(token, options, spec.temperature0);
  return {
    status: 'found',
    tokenIndex,
    chosen,
    logits,
    ...(bounds === null ? {} : { bounds }),
    optionMass,
  };
}

/** A recorded decision over the table's options: by label where they are the same, else by position. */
function fromRecord(
  recorded: RecordedDecision,
  names: readonly string[],
  options: readonly OptionForms[],
  factor: number,
): Decision {
  if (recorded.status === 'missing') return recorded;
  const labels = options.map(({ label }) => label);
  const named = names.every((name) => labels.includes(name));
  const place = (index: number) => (named ? labels.indexOf(names[index]!) : index);
  const logits = labels.map(() => -Infinity);
  const bounds = labels.map(() => NaN);
  for (const [i, logit] of recorded.logits.entries()) {
    const to = place(i);
    if (to >= labels.length) return { status: 'missing', reason: 'not-an-option' };
    if (logit !== -Infinity) logits[to] = factor * logit;
    const bound = recorded.bounds?.[i] ?? NaN;
    bounds[to] = factor * bound;
  }
  const chosen = place(recorded.chosen);
  if (logits[chosen] === -Infinity) return { status: 'missing', reason: 'no-probability' };
  return {
    status: 'found',
    tokenIndex: recorded.tokenIndex,
    chosen,
    logits,
    ...(bounds.every(Number.isNaN) ? {} : { bounds }),
    optionMass: factor === 1 ? recorded.optionMass : NaN,
  };
}
