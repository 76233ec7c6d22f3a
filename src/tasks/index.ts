import type { Task } from './case';
import { CLINIC } from './clinic';
import { evidenceTask } from './evidenceTask';
import { MODERATION } from './moderation';

export type { Case, Task } from './case';
export { readOptions } from './prompt';
export { verify, type Verdict } from './verifier';

/** Every generated task, in the order the interface lists them. */
export const TASKS: readonly Task[] = [evidenceTask(CLINIC), evidenceTask(MODERATION)];

export function findTask(name: string): Task | undefined {
  return TASKS.find((task) => task.name === name);
}
