import { letterForms } from '../../traces/options';
import { ANSWER_TAG } from '../../traces/rule';
import { FormatError } from '../errors';
import type { ImportedTrace } from './importedTrace';
import type { ImportRule, ImportSpec } from './importSpec';
import { matchCount } from './matchCount';

/** Rules worth trying, the strictest first. */
const RULES: readonly ImportRule[] = [
  { kind: 'tag', after: ANSWER_TAG.after, pattern: ANSWER_TAG.pattern },
  { kind: 'boxed' },
  { kind: 'regex', pattern: '(?:[Aa]nswer|ANSWER)(?: is)?:?\\**\\s*\\(?([A-Z])\\b' },
  { kind: 'position', index: 0 },
  { kind: 'last-option' },
];

const TRIED = 200;

/**
 * What to begin with: recorded decisions where every trace has one, else the first rule that finds a
 * decision in the most of the first traces. Options as the traces carry them, else A to D.
 */
export function suggestSpec(traces: readonly ImportedTrace[]): ImportSpec {
  const some = traces.slice(0, TRIED);
  const carries = some.some(({ options }) => options !== null);
  const prompt = some.every(
    ({ tokens, promptTokens }) => tokens.length === 0 && promptTokens.length > 0,
  );
  const spec: ImportSpec = {
    options: carries ? null : letterForms(['A', 'B', 'C', 'D']),
    rule: { kind: 'recorded' },
    part: prompt ? 'prompt' : 'completion',
    gold: null,
    temperature0: null,
  };
  if (some.every(({ recorded }) => recorded !== null)) return spec;
  let best: { spec: ImportSpec; matched: number } | null = null;
  for (const rule of RULES) {
    const tried = { ...spec, rule };
    const matched = countOf(some, tried);
    if (best === null || matched > best.matched) best = { spec: tried, matched };
  }
  return best?.spec ?? spec;
}

function countOf(traces: readonly ImportedTrace[], spec: ImportSpec): number {
  try {
    return matchCount(traces, spec, 0).matched;
  } catch (error) {
    if (error instanceof FormatError) return 0;
    throw error;
  }
}
