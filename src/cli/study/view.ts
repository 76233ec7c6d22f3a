import { quantileSorted } from '../../calibration/quantile';
import { createRandom, randomIndex, type Random } from '../../calibration/random';
import {
  drawn,
  figureOf,
  prepare,
  type Figure,
  type Outcomes,
  type Prepared,
  type Treatment,
} from './outcomes';
import type { StudyMode, StudyTable } from './table';

/** What is asked of the study: an arm with its usual λ, or one run by name. */
export type Ask = {
  readonly arm: string;
  readonly task: string;
  readonly mode?: StudyMode;
  readonly treatment?: Treatment;
};

/** The tables of the study as they are, or one bootstrap draw of them. */
export type View = {
  /** Outcomes of each seed of the arm. Throws RangeError where there is no such table. */
  readonly outcomes: (ask: Ask) => readonly Outcomes[];
  readonly figure: (ask: Ask, figure: Figure) => number;
};

/** A number with its 95 % interval over seeds and cases. */
export type Estimate = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

export type Study = {
  readonly tables: readonly StudyTable[];
  readonly find: (arm: string, task: string, mode: StudyMode) => readonly StudyTable[];
  readonly view: View;
  readonly draw: (random: Random) => View;
};

/** NaN for no values. */
export const mean = (values: readonly number[]) =>
  values.reduce((sum, v) => sum + v, 0) / values.length;

/** Is it a run with the arm's usual λ, one of the seeds? Runs of the sweep are asked for by name. */
function isSeedRun({ head }: StudyTable): boolean {
  return head.run === head.arm || head.run === `${head.arm}-${head.seed}`;
}

export function createStudy(tables: readonly StudyTable[]): Study {
  const find = (arm: string, task: string, mode: StudyMode) =>
    tables.filter(
      ({ head }, i) =>
        head.task === task &&
        head.mode === mode &&
        (head.run === arm || (head.arm === arm && isSeedRun(tables[i]!))),
    );
  const prepared = new Map<StudyTable, Map<Treatment, Prepared>>();
  const preparedOf = (table: StudyTable, how: Treatment): Prepared => {
    const known = prepared.get(table) ?? new Map<Treatment, Prepared>();
    prepared.set(table, known);
    const found = known.get(how) ?? prepare(table, how);
    known.set(how, found);
    return found;
  };

  /** `seedsOf` and `timesOf` null: everything once. */
  const viewOf = (
    seedsOf: ((arm: string, count: number) => readonly number[]) | null,
    timesOf: ((task: string) => Uint16Array) | null,
  ): View => {
    const made = new Map<string, readonly Outcomes[]>();
    const figures = new Map<string, number>();
    const outcomes = ({ arm, task, mode = 'greedy', treatment = 'raw' }: Ask) => {
      const key = [arm, task, mode, treatment].join('/');
      const cached = made.get(key);
      if (cached !== undefined) return cached;
      const found = find(arm, task, mode);
      if (found.length === 0) throw new RangeError(`no table of ${arm} on ${task}, ${mode}`);
      const seeds = seedsOf?.(arm, found.length) ?? found.map((_, i) => i);
      const times = timesOf?.(task) ?? null;
      const each = new Map<number, Outcomes>();
      const result = seeds.map((seed) => {
        const one = each.get(seed) ?? drawn(preparedOf(found[seed]!, treatment), times);
        each.set(seed, one);
        return one;
      });
      made.set(key, result);
      return result;
    };
    const figure = (ask: Ask, name: Figure) => {
      const key = [ask.arm, ask.task, ask.mode, ask.treatment, name].join('/');
      const known = figures.get(key);
      if (known !== undefined) return known;
      const each = new Map<Outcomes, number>();
      for (const one of outcomes(ask)) if (!each.has(one)) each.set(one, figureOf(one, name));
      const value = mean(outcomes(ask).map((one) => each.get(one)!));
      figures.set(key, value);
      return value;
    };
    return { outcomes, figure };
  };

  const sizes = new Map<string, number>();
  for (const { head, cases } of tables)
    sizes.set(
      head.task,
      cases.reduce((most, at) => Math.max(most, at + 1), sizes.get(head.task) ?? 0),
    );

  return {
    tables,
    find,
    view: viewOf(null, null),
    draw: (random) => {
      const seeds = new Map<string, readonly number[]>();
      const times = new Map<string, Uint16Array>();
      return viewOf(
        (arm, count) => {
          // Seed i of every arm is another training run, so arms are drawn apart.
          const known = seeds.get(arm);
          if (known?.length === count) return known;
          const picked = Array.from({ length: count }, () => randomIndex(random, count));
          seeds.set(arm, picked);
          return picked;
        },
        (task) => {
          const known = times.get(task);
          if (known !== undefined) return known;
          const size = sizes.get(task) ?? 0;
          const counts = new Uint16Array(size);
          for (let i = 0; i < size; i++) counts[randomIndex(random, size)]!++;
          times.set(task, counts);
          return counts;
        },
      );
    },
  };
}

/**
 * Values of some functions of the study with percentile intervals: in each draw the seeds of every arm and the cases of
 * every task are drawn with replacement, the same cases for all arms. NaN draws are left out.
 */
export function estimates(
  study: Study,
  functions: readonly ((view: View) => number)[],
  draws: number,
  seed: string | number = 0,
): Estimate[] {
  const random = createRandom(seed);
  const values = functions.map(() => [] as number[]);
  for (let i = 0; i < draws; i++) {
    const view = study.draw(random);
    functions.forEach((of, j) => {
      const value = of(view);
      if (!Number.isNaN(value)) values[j]!.push(value);
    });
  }
  return functions.map((of, j) => {
    const sorted = Float64Array.from(values[j]!).sort();
    return {
      value: of(study.view),
      low: quantileSorted(sorted, 0.025),
      high: quantileSorted(sorted, 0.975),
    };
  });
}
