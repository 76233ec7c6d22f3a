import type { EndpointOptions } from '../../inference/endpoint/settings';
import type { DecisionRule } from '../../traces/rule';
import type { Sampling } from '../../traces/trace';
import { integerOption, UsageError, parseOptions } from '../usage';

export type CollectOptions = {
  /** Name of a generated task, or a file of the user's own cases. */
  readonly source: string;
  readonly n: number | null;
  readonly seed: number;
  readonly rollouts: number;
  readonly sampling: Sampling;
  readonly maxNewTokens: number;
  readonly rule: DecisionRule;
  readonly instruction: string;
  readonly out: string;
  readonly model: string;
  /** Without the key. */
  readonly endpoint: EndpointOptions;
  readonly keyVariable: string;
};

export const HELP = `TASK is a generated task, or a file of your own cases: JSONL {id, prompt, options, gold?} or CSV.
  --url URL            base URL of the server, e.g. http://localhost:8000/v1
  --out FILE           traces, one JSON line each; run the same command again to go on
  --model NAME         default: the only one that the server lists
  --api chat|completions                       default chat
  --template TEXT      for completions: the prompt's place is {prompt}; \\n is a line break
  --instruction TEXT   a line added to every prompt, e.g. 'Think step by step, then end with “Answer: X”, X one letter.'
  --n 100 --seed 0     cases of a generated task (a file: its first n, default all); the seed also draws the rollouts
  --rollouts 1         traces a case
  --temperature 1      sampling temperature; --greedy takes the likeliest token instead
  --max-tokens 1024    longest completion
  --rule REGEX         what stands right before the decision, default 'Answer:'
  --after TEXT         look only after the last TEXT, e.g. '</think>'
  --stop TEXT          ends a completion (may be repeated)
  --top 20             alternatives to ask for a token
  --temperature0 T     undo this temperature in the log-probabilities (default: found out, 1 is raw)
  --concurrency 4 --rps N --retries 5 --timeout 120     requests at once, started a second, repeated; seconds
  --key-env NAME       variable that holds the key, default ENDPOINT_API_KEY (never a command-line argument)`;

const OPTIONS = {
  url: { type: 'string' },
  out: { type: 'string' },
  model: { type: 'string', default: '' },
  api: { type: 'string', default: 'chat' },
  template: { type: 'string' },
  instruction: { type: 'string', default: '' },
  n: { type: 'string' },
  seed: { type: 'string', default: '0' },
  rollouts: { type: 'string', default: '1' },
  temperature: { type: 'string', default: '1' },
  greedy: { type: 'boolean', default: false },
  'max-tokens': { type: 'string', default: '1024' },
  rule: { type: 'string', default: 'Answer:' },
  after: { type: 'string', default: '' },
  stop: { type: 'string', multiple: true },
  top: { type: 'string', default: '20' },
  temperature0: { type: 'string' },
  concurrency: { type: 'string', default: '4' },
  rps: { type: 'string' },
  retries: { type: 'string', default: '5' },
  timeout: { type: 'string', default: '120' },
  'key-env': { type: 'string', default: 'ENDPOINT_API_KEY' },
} as const;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0) || value === Infinity)
    throw new UsageError(`--${name} wants a positive number, not “${text}”.`);
  return value;
}

function ruleOf(pattern: string, after: string): DecisionRule {
  try {
    new RegExp(pattern, 'gu');
  } catch (error) {
    throw new UsageError(`--rule is no regular expression: ${(error as Error).message}.`);
  }
  const name = after === '' ? pattern : `${pattern} after ${after}`;
  return { name, after, pattern };
}

/** Throws UsageError that names the option. */
export function collectOptions(argv: string[]): CollectOptions {
  const { values, positionals } = parseOptions(argv, OPTIONS);
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0)
    throw new UsageError('name one generated task or one file of cases.');
  if (values.url === undefined)
    throw new UsageError('--url is missing: the base URL of the server.');
  if (values.out === undefined) throw new UsageError('--out is missing: the file for the traces.');
  if (values.api !== 'chat' && values.api !== 'completions')
    throw new UsageError(`--api wants chat or completions, not “${values.api}”.`);
  if (values.template !== undefined && values.api === 'chat')
    throw new UsageError('--template is for --api completions; chat servers have their own.');
  const rollouts = integerOption('rollouts', values.rollouts, 1);
  if (values.greedy && rollouts > 1)
    throw new UsageError('--greedy gives the same trace every time: leave out --rollouts.');
  return {
    source,
    n: values.n === undefined ? null : integerOption('n', values.n, 1),
    seed: integerOption('seed', values.seed, 0),
    rollouts,
    sampling: {
      mode: values.greedy ? 'greedy' : 'sample',
      temperature: values.greedy ? 1 : positive('temperature', values.temperature),
      seed: integerOption('seed', values.seed, 0),
    },
    maxNewTokens: integerOption('max-tokens', values['max-tokens'], 1),
    rule: ruleOf(values.rule, values.after),
    instruction: values.instruction,
    out: values.out,
    model: values.model,
    keyVariable: values['key-env'],
    endpoint: {
      baseUrl: values.url,
      api: values.api,
      ...(values.template !== undefined && {
        promptTemplate: values.template.replaceAll('\\n', '\n'),
      }),
      stop: values.stop ?? [],
      topLogprobs: integerOption('top', values.top, 1),
      concurrency: integerOption('concurrency', values.concurrency, 1),
      ...(values.rps !== undefined && { requestsPerSecond: positive('rps', values.rps) }),
      maxRetries: integerOption('retries', values.retries, 0),
      timeoutMs: 1000 * positive('timeout', values.timeout),
      ...(values.temperature0 !== undefined && {
        temperature0: positive('temperature0', values.temperature0),
      }),
    },
  };
}
