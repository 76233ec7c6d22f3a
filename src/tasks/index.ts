import type { Task } from './case';
import { CLINIC } from './clinic';
import { COURIER, COURIER_LONG } from './courier';
import { evidenceTask } from './evidenceTask';
import { GARAGE } from './garage';
import { INBOX } from './inbox';
import { MODERATION } from './moderation';
import { trackingTask } from './trackingTask';

export type { Case, Task } from './case';
export { readOptions } from './prompt';
export { verify, type Verdict } from './verifier';

/** Every generated task, in the order the interface lists them. */
export const TASKS: readonly Task[] = [
  ...[CLINIC, MODERATION, GARAGE, INBOX].map(evidenceTask),
  ...[COURIER, COURIER_LONG].map(trackingTask),
];

export function findTask(name: string): Task | undefined {
  return TASKS.find((task) => task.name === name);
}
