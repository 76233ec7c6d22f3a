/** Tasks that fine-tuning sees, and the shift of each at the same place. */
export const TRAINED = ['clinic', 'moderation', 'courier'] as const;
export const SHIFTS = ['garage', 'inbox', 'marathon'] as const;

/** In distribution, or a named shift of a trained task; `other` for a task that belongs to neither. */
export type Split =
  | { readonly name: 'trained' }
  | { readonly name: 'shift'; readonly of: string }
  | { readonly name: 'other' };

/** The split of a task, by its name. */
export function splitOf(task: string): Split {
  const at = SHIFTS.findIndex((name) => name === task);
  if (at >= 0) return { name: 'shift', of: TRAINED[at]! };
  return TRAINED.some((name) => name === task) ? { name: 'trained' } : { name: 'other' };
}
