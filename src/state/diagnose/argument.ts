import { findTask } from '../../tasks';
import type { Subject } from '../subject';

/**
 * Reasoning that argues for an option (an index) of the subject, closed and without a decision; null where nothing in the
 * case can be read that way, or where the prompt is none of the task's.
 */
export function argumentFor(subject: Subject, option: number): string | null {
  const { id, task, prompt, labels, optionTexts, gold, posterior } = subject;
  if (posterior === null) return null;
  const instance = { id, task, prompt, options: labels, optionTexts, posterior };
  return findTask(task)?.argue({ ...instance, gold: labels[gold] ?? '' }, option) ?? null;
}

/** Which other option is argued for. */
export const TARGET_RULES = ['likeliest', 'unlikeliest', 'gold'] as const;
export type TargetRule = (typeof TARGET_RULES)[number];

/**
 * The option to argue for: gold, or of those that were not chosen and can be argued for the one with the largest or smallest
 * posterior; −1 where there is none. Gold may be the chosen option itself.
 */
export function targetOf(subject: Subject, chosen: number, rule: TargetRule): number {
  const { posterior, labels, gold } = subject;
  if (posterior === null) return -1;
  if (rule === 'gold') return gold;
  const others = labels
    .map((_, option) => option)
    .filter((option) => option !== chosen && argumentFor(subject, option) !== null)
    .sort((a, b) => posterior[b]! - posterior[a]!);
  return (rule === 'likeliest' ? others[0] : others.at(-1)) ?? -1;
}
