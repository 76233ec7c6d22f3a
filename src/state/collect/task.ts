import type { TracedCase } from '../../formats/traceLine';
import { findTask } from '../../tasks';
import { readUserTask, type UserTask } from '../../tasks/userTask';

/** What is asked: a generated task by name, or the cases of the user's own. */
export type TaskSource =
  | { readonly kind: 'built-in'; readonly name: string }
  | ({ readonly kind: 'own'; readonly name: string } & UserTask);

/** A task file may have this many bytes: it is read whole, on the page's own thread. */
export const MOST_TASK_BYTES = 2 ** 26;

/**
 * Reads a task of the user's own from JSONL or CSV (see `readUserTask`), named after its file. Throws
 * RangeError, with a sentence for people, for a text without any case; bad rows beside good ones are among `problems`.
 */
export function ownTask(text: string, fileName: string): TaskSource & { readonly kind: 'own' } {
  const name = fileName.replace(/\.[^.]*$/u, '') || fileName;
  const { cases, problems } = readUserTask(text, name);
  if (cases.length > 0) return { kind: 'own', name, cases, problems };
  const first = problems[0]?.message;
  throw new RangeError(
    `${fileName} has no cases. ${first ?? 'It is empty.'} ` +
      'A case is a line such as {"id": "q1", "prompt": "Keep it?", "options": ["keep", "remove"], "gold": "keep"}, or a row of a CSV table with the columns id, prompt, options (keep|remove) and gold.',
  );
}

/** How many cases a source has; generated ones never end. */
export function casesIn(source: TaskSource): number {
  return source.kind === 'own' ? source.cases.length : Infinity;
}

/** The first `count` cases of a source, a line of `instruction` added to their prompts. Throws RangeError on an unknown task. */
export function casesOf(
  source: TaskSource,
  count: number,
  seed: number,
  instruction: string,
): readonly TracedCase[] {
  const line = instruction.trim();
  const asked = (item: TracedCase): TracedCase =>
    line === '' ? item : { ...item, prompt: `${item.prompt}\n${line}` };
  if (source.kind === 'own') return source.cases.slice(0, count).map(asked);
  const task = findTask(source.name);
  if (task === undefined) throw new RangeError(`There is no task ${source.name}.`);
  return Array.from({ length: count }, (_, index) => asked(task.sample(seed, index)));
}

/** What the cases of a task of the user's own are like, for its preview. */
export type TaskSummary = {
  readonly n: number;
  readonly withGold: number;
  /** Numbers of options with how many cases have so many, ascending. */
  readonly optionCounts: readonly (readonly [options: number, cases: number])[];
};

export function summaryOf({ cases }: Pick<UserTask, 'cases'>): TaskSummary {
  const counts = new Map<number, number>();
  for (const { options } of cases)
    counts.set(options.length, (counts.get(options.length) ?? 0) + 1);
  return {
    n: cases.length,
    withGold: cases.filter(({ gold }) => gold !== null).length,
    optionCounts: [...counts].sort(([a], [b]) => a - b),
  };
}
