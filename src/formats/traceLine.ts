import type { Decision } from '../traces/decision';
import type { DecisionRule } from '../traces/rule';
import type { Token, Trace } from '../traces/trace';
import { FormatError } from './errors';

/** What a line of traces says of its case: whoever reads it needs nothing else. */
export type TracedCase = {
  readonly id: string;
  readonly task: string;
  readonly prompt: string;
  /** Labels, as decisions state them. */
  readonly options: readonly string[];
  readonly optionTexts?: readonly string[];
  /** One of `options`, or null where nobody said which. */
  readonly gold: string | null;
  readonly posterior?: readonly number[] | null;
};

/** One line of our trace JSONL: a trace with its case, the rule that found its decision, and its place among the rollouts. */
export type TraceLine = {
  readonly trace: Trace;
  readonly case: TracedCase;
  readonly rollout: number;
  readonly rule: DecisionRule;
};

/**
 * A trace as one line of JSON, without its end: `{id, case, rollout, provenance, sampling, rule, finish, decision,
 * tokens}`. JSON knows neither −Infinity nor NaN: null stands for the first in `decision.logits` (an
 * option outside the log), for the second in `decision.bounds` (exact), `decision.optionMass` and a token's
 * `logprob` (not known).
 */
export function writeTraceLine({ trace, case: instance, rollout, rule }: TraceLine): string {
  const { id, provenance, sampling, finish, decision, tokens } = trace;
  return JSON.stringify({
    id,
    case: instance,
    rollout,
    provenance,
    sampling,
    rule,
    finish,
    decision,
    tokens,
  });
}

type Fields = Readonly<Partial<Record<string, unknown>>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Whether a parsed line is one of traces: it has a case with options, tokens and a decision. */
export function isTraceLine(value: unknown): boolean {
  return (
    isFields(value) &&
    isFields(value.case) &&
    isTexts(value.case.options) &&
    isFields(value.decision) &&
    Array.isArray(value.tokens)
  );
}

/** Numbers of a list of numbers and nulls, `nothing` for a null. */
const numbers = (values: unknown, nothing: number): number[] | null =>
  Array.isArray(values) && values.every((item) => item === null || typeof item === 'number')
    ? values.map((item: number | null) => item ?? nothing)
    : null;

function decisionOf(decision: Decision, k: number, where: string): Decision {
  if (decision.status === 'missing') return decision;
  const logits = numbers(decision.logits, -Infinity);
  const { bounds: told, chosen } = decision;
  const bounds = told === undefined ? null : numbers(told, NaN);
  if (logits?.length !== k || (told !== undefined && bounds?.length !== k) || !(chosen in logits))
    throw new FormatError(`${where}: the decision does not fit its ${k} options.`);
  const optionMass = (decision.optionMass as number | null) ?? NaN;
  return { ...decision, logits, optionMass, ...(bounds !== null && { bounds }) };
}

const tokenOf = (token: Omit<Token, 'logprob'> & { readonly logprob: number | null }): Token => ({
  ...token,
  logprob: token.logprob ?? NaN,
});

/**
 * Reads a line that `writeTraceLine` wrote. It trusts what is inside tokens and case (files of others go
 * through the importers). Throws FormatError, naming `where`, for another shape.
 */
export function readTraceLine(value: unknown, where: string): TraceLine {
  if (!isTraceLine(value)) throw new FormatError(`${where} is no trace of ours.`);
  const line = value as Omit<TraceLine, 'trace'> & Omit<Trace, 'caseId'>;
  const { case: instance, rollout, rule, id, provenance, sampling, finish } = line;
  const decision = decisionOf(line.decision, instance.options.length, where);
  const tokens = line.tokens.map(tokenOf);
  return {
    trace: { id, caseId: instance.id, provenance, sampling, tokens, finish, decision },
    case: instance,
    rollout,
    rule,
  };
}
