import type { TracedCase } from '../../formats/traceLine';
import { casesIn, casesOf, type TaskSource } from './task';
import type { GatherOptions } from './gather';

/** What is asked and how it is drawn, as the user types it. */
export type CollectForm = {
  readonly count: string;
  readonly seed: string;
  readonly rollouts: string;
  readonly mode: 'greedy' | 'sample';
  readonly temperature: string;
  readonly maxNewTokens: string;
  /** A line added to every prompt. */
  readonly instruction: string;
  /** Regular expression right before the decision token. */
  readonly pattern: string;
  /** Only what follows the last of this text is searched; '' for all. */
  readonly after: string;
};

/** A run of a model on a task, ready to go. */
export type CollectSpec = GatherOptions & {
  readonly task: string;
  readonly cases: readonly TracedCase[];
  readonly rollouts: number;
};

/** Models of the page know how to answer; others are told. */
export const INSTRUCTION = 'Think step by step, then end with “Answer: X”, where X is one letter.';

export const INITIAL_FORM: CollectForm = {
  count: '100',
  seed: '0',
  rollouts: '1',
  mode: 'greedy',
  temperature: '1',
  maxNewTokens: '1024',
  instruction: INSTRUCTION,
  pattern: 'Answer:',
  after: '',
};

/** Most traces of one run: each is kept in memory until the page closes. */
export const MOST_TRACES = 20_000;

const whole = (text: string, least: number, most: number): number | null => {
  const value = /^\s*\d+\s*$/u.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
};

/** What the form says about a task, its cases not yet made; or a sentence on what is wrong with it. */
export function checkedForm(
  form: CollectForm,
  source: TaskSource,
): (Omit<CollectSpec, 'cases'> & { readonly n: number; readonly seed: number }) | string {
  const count = whole(form.count, 1, MOST_TRACES);
  if (count === null) return `The number of cases is a whole number from 1 to ${MOST_TRACES}.`;
  const seed = whole(form.seed, 0, Number.MAX_SAFE_INTEGER);
  if (seed === null) return 'The seed is a whole number.';
  const greedy = form.mode === 'greedy';
  const rollouts = greedy ? 1 : whole(form.rollouts, 1, 1000);
  if (rollouts === null) return 'Rollouts of a case: a whole number from 1 to 1000.';
  const n = Math.min(count, casesIn(source));
  if (n * rollouts > MOST_TRACES)
    return `${n} cases with ${rollouts} rollouts are more than ${MOST_TRACES} traces: the command line (collect) has no such limit.`;
  const temperature = greedy ? 1 : Number(form.temperature.trim().replace(',', '.') || NaN);
  if (!(temperature > 0 && temperature <= 100))
    return 'The sampling temperature is a number above 0.';
  const maxNewTokens = whole(form.maxNewTokens, 1, 131_072);
  if (maxNewTokens === null) return 'Longest completion: a whole number of tokens, at least 1.';
  const { pattern, after } = form;
  try {
    new RegExp(pattern, 'gu');
  } catch (error) {
    return `What stands before the decision is no regular expression: ${(error as Error).message}.`;
  }
  if (pattern === '') return 'Say what stands right before the decision, such as “Answer:”.';
  return {
    task: source.name,
    ...{ n, seed, rollouts },
    sampling: { mode: form.mode, temperature, seed },
    maxNewTokens,
    rule: { name: after === '' ? pattern : `${pattern} after ${after}`, after, pattern },
  };
}

/** The run that the form describes, or a sentence on what is wrong with it. */
export function collectSpec(form: CollectForm, source: TaskSource): CollectSpec | string {
  const checked = checkedForm(form, source);
  if (typeof checked === 'string') return checked;
  const { n, seed, ...spec } = checked;
  return { ...spec, cases: casesOf(source, n, seed, form.instruction) };
}
