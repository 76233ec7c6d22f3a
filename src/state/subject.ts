import { findTask, readOptions, type Case } from '../tasks';
import type { UserCase } from '../tasks/userTask';
import type { CaseInput } from '../inference/engine';
import { letterForms } from '../traces/options';

/** The case on the bench: sampled, edited or typed by the user. */
export type Subject = {
  readonly id: string;
  readonly task: string;
  readonly prompt: string;
  readonly labels: readonly string[];
  readonly optionTexts: readonly string[];
  /** Index of the gold option, −1 where nobody said which it is. */
  readonly gold: number;
  /** True probability of each option; null where the prompt is not one of the task's. */
  readonly posterior: readonly number[] | null;
  readonly edited: boolean;
};

/** Seed of the cases that the shipped tables were computed on. */
export const SHIPPED_SEED = 20260001;

export function subjectOf(instance: Case): Subject {
  return {
    id: instance.id,
    task: instance.task,
    prompt: instance.prompt,
    labels: instance.options,
    optionTexts: instance.optionTexts,
    gold: instance.options.indexOf(instance.gold),
    posterior: instance.posterior,
    edited: false,
  };
}

/** A case of the user's own. */
export function subjectOfUserCase(instance: UserCase): Subject {
  return {
    id: instance.id,
    task: instance.task,
    prompt: instance.prompt,
    labels: instance.options,
    optionTexts: instance.optionTexts,
    gold: instance.gold === null ? -1 : instance.options.indexOf(instance.gold),
    posterior: null,
    edited: false,
  };
}

/** Case `index` of a seed. Throws RangeError on an unknown task. */
export function sampleSubject(taskName: string, seed: number, index: number): Subject {
  const task = findTask(taskName);
  if (task === undefined) throw new RangeError(`there is no task ${taskName}`);
  return subjectOf(task.sample(seed, index));
}

/** The subject of a case id such as `clinic-7-3`, or null where the id is not of that form. */
export function subjectOfId(id: string): Subject | null {
  const match = /^([a-z]+)-(\d+)-(\d+)$/.exec(id);
  if (match === null || findTask(match[1]!) === undefined) return null;
  return sampleSubject(match[1]!, Number(match[2]), Number(match[3]));
}

/** Index of a sampled case within its seed, or null for a typed one. */
export function indexOfSubject(subject: Subject): number | null {
  const match = /-(\d+)$/.exec(subject.id);
  return match === null || subject.edited ? null : Number(match[1]);
}

/**
 * The subject with another prompt: options are read from its option lines, the posterior from the
 * task where the text is still one of its prompts. Gold is kept only if the options stayed the same.
 */
export function editSubject(subject: Subject, prompt: string): Subject {
  const options = readOptions(prompt);
  const optionTexts = options.map((option) => option.text);
  const same = optionTexts.join('\n') === subject.optionTexts.join('\n');
  return {
    ...subject,
    prompt,
    labels: options.map((option) => option.label),
    optionTexts,
    gold: same ? subject.gold : -1,
    posterior: findTask(subject.task)?.posterior(prompt) ?? null,
    edited: true,
  };
}

/** Why a subject cannot be run: fewer than two options, two of one letter, no prompt. */
export type SubjectFault = 'few' | 'twice' | 'empty';

/** What stands against running this subject, or null where nothing does. */
export function subjectFault(subject: Subject): SubjectFault | null {
  if (subject.labels.length < 2) return 'few';
  if (new Set(subject.labels).size < subject.labels.length) return 'twice';
  return subject.prompt.trim() === '' ? 'empty' : null;
}

export function caseInput(subject: Subject): CaseInput {
  return { id: subject.id, prompt: subject.prompt, options: letterForms(subject.labels) };
}
