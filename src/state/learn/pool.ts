import { STEPS, type StepName } from '../view/learn';
import type { Answer } from './judge';
import { readAnswersFile, type AnswersFile, type Refusal } from './answersFile';

/** Files that are pooled at most. */
export const MOST_FILES = 500;

/** `text`: null for a file that is too big to be read. */
export type GivenFile = { readonly name: string; readonly text: string | null };

/** A file that was not taken, or of which not everything was. */
export type Remark = { readonly file: string } & (
  | { readonly kind: 'refused'; readonly reason: Refusal | 'again' | 'many' }
  | { readonly kind: 'ignored'; readonly count: number }
);

/** Predictions of a class. */
export type Pool = {
  readonly learners: ReadonlyMap<string, AnswersFile>;
  readonly remarks: readonly Remark[];
};

export const EMPTY_POOL: Pool = { learners: new Map(), remarks: [] };

/** With more files in it. A learner who is there already is replaced, with a remark. */
export function addToPool(pool: Pool, files: readonly GivenFile[]): Pool {
  const learners = new Map(pool.learners);
  const remarks = [...pool.remarks];
  for (const { name: file, text } of files) {
    const read = text === null ? { refused: 'big' as const } : readAnswersFile(text);
    if ('refused' in read) {
      remarks.push({ file, kind: 'refused', reason: read.refused });
      continue;
    }
    const { learner } = read.file;
    const again = learners.has(learner);
    if (!again && learners.size >= MOST_FILES) {
      remarks.push({ file, kind: 'refused', reason: 'many' });
      continue;
    }
    learners.set(learner, read.file);
    if (again) remarks.push({ file, kind: 'refused', reason: 'again' });
    if (read.ignored > 0) remarks.push({ file, kind: 'ignored', count: read.ignored });
  }
  return { learners, remarks };
}

/** The predictions of one step, in the order of the files. */
export function predictionsOf({ learners }: Pool, step: StepName): Answer[] {
  return [...learners.values()].flatMap(({ answers }) => answers[step] ?? []);
}

/** Steps that somebody predicted. */
export function pooledSteps(pool: Pool): StepName[] {
  return STEPS.filter((step) => predictionsOf(pool, step).length > 0);
}
