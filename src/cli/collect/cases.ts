import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { TracedCase } from '../../formats/traceLine';
import { findTask, TASKS } from '../../tasks';
import { readUserTask } from '../../tasks/userTask';
import { UsageError } from '../usage';
import type { CollectOptions } from './options';

/**
 * The cases to collect: the first `n` of a generated task (100 where it is null), or of a user's file (all),
 * the instruction added to their prompts.
 * Throws UsageError for a name that is neither and for rows that are no cases, with their lines.
 */
export async function collectedCases(
  options: Pick<CollectOptions, 'source' | 'n' | 'seed' | 'instruction'>,
): Promise<readonly TracedCase[]> {
  const { instruction } = options;
  const cases = await readCases(options);
  return instruction === ''
    ? cases
    : cases.map((item) => ({ ...item, prompt: `${item.prompt}\n${instruction}` }));
}

async function readCases({
  source,
  n,
  seed,
}: Pick<CollectOptions, 'source' | 'n' | 'seed'>): Promise<readonly TracedCase[]> {
  const task = findTask(source);
  if (task !== undefined)
    return Array.from({ length: n ?? 100 }, (_, index) => task.sample(seed, index));
  let text: string;
  try {
    text = await readFile(source, 'utf8');
  } catch (error) {
    const names = TASKS.map(({ name }) => name).join(', ');
    throw new UsageError(
      `“${source}” is no generated task (${names}), and no file that can be read: ${(error as Error).message}.`,
    );
  }
  const { cases, problems } = readUserTask(text, basename(source, extname(source)));
  if (problems.length > 0) {
    const first = problems.slice(0, 5).map(({ message }) => `\n  ${message}`);
    const more = problems.length > 5 ? `\n  and ${problems.length - 5} more` : '';
    throw new UsageError(`${source} has rows that are no cases:${first.join('')}${more}`);
  }
  if (cases.length === 0) throw new UsageError(`${source} has no cases.`);
  return n === null ? cases : cases.slice(0, n);
}
