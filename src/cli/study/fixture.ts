import { findTask } from '../../tasks';
import { createRandom } from '../../calibration/random';
import type { StudyMode } from './table';

/** How a made-up arm decides: how often it is right, and its log-odds of the chosen option right and wrong. */
export type Made = {
  readonly run: string;
  readonly arm: string;
  readonly seed?: number;
  readonly lambda?: number;
  readonly accuracy: number;
  readonly right: number;
  readonly wrong: number;
};

/** A file as the recipe's `probe` writes it, of `n` cases of a task decided at the given rates. For tests. */
export function madeTable(task: string, mode: StudyMode, n: number, made: Made) {
  const definition = findTask(task)!;
  const random = createRandom(`${made.run}/${task}/${mode}`);
  const columns: Record<string, (number | null)[]> = {
    index: [],
    chosen: [],
    logMass: [],
    logits: [],
  };
  if (mode === 'swap') columns.target = [];
  for (let index = 0; index < n; index++) {
    const instance = definition.sample(20260001, index);
    const gold = instance.options.indexOf(instance.gold);
    const k = instance.options.length;
    const hit = random() < made.accuracy;
    const chosen = hit ? gold : (gold + 1) % k;
    columns.index!.push(index);
    columns.chosen!.push(chosen);
    columns.logMass!.push(-1e-4);
    columns.target?.push(chosen);
    for (let option = 0; option < k; option++)
      columns.logits!.push(
        option === chosen ? 0 : -(hit ? made.right : made.wrong) * (0.9 + 0.2 * random()),
      );
  }
  return {
    version: 1,
    ...{
      run: made.run,
      arm: made.arm,
      seed: made.seed ?? 1,
      lambda: made.lambda ?? null,
      steps: 1,
    },
    ...{ task, mode, caseSeed: 20260001, start: 0, labels: definition.sample(1, 0).options },
    columns,
  };
}
