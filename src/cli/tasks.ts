import { findTask, TASKS } from '../tasks';
import { integerOption, UsageError, parseOptions } from './usage';

const OPTIONS = {
  n: { type: 'string', default: '1000' },
  seed: { type: 'string', default: '0' },
  start: { type: 'string', default: '0' },
  traces: { type: 'boolean', default: false },
  arguments: { type: 'boolean', default: false },
} as const;

/** Prints cases `start` … `start + n − 1` of a task as JSONL, with annotator traces and with reasoning for each option where asked. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, OPTIONS);
  const names = TASKS.map((task) => task.name).join(', ');
  const [name, ...more] = positionals;
  const task = findTask(name ?? '');
  if (task === undefined || more.length > 0)
    throw new UsageError(
      `name one task of: ${names}${name === undefined ? '' : `; not “${positionals.join(' ')}”`}.`,
    );
  const n = integerOption('n', values.n, 0);
  const seed = integerOption('seed', values.seed, 0);
  const start = integerOption('start', values.start, 0);
  for (let index = start; index < start + n; index++) {
    const instance = task.sample(seed, index);
    const row = {
      ...instance,
      ...(values.traces && { trace: task.annotate(instance) }),
      ...(values.arguments && {
        arguments: instance.options.map((_, option) => task.argue(instance, option)),
      }),
    };
    if (!process.stdout.write(`${JSON.stringify(row)}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}
