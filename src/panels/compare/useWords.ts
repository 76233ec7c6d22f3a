import { findTask } from '../../tasks';
import { armTitle } from '../../strings/arms';
import { COMPARE_STRINGS } from '../../strings/compare';
import type { CompareStrings } from '../../strings/compare/en';
import { useLocale, useStrings } from '../../strings/language';
import type { Locale } from '../../strings/locale';
import { numbersOf } from '../../strings/numbers';
import { shortTaskName } from '../../strings/tasks';

/** Strings of the panel, and names of models, tasks and numbers in their language. */
export function wordsOf(locale: Locale, strings: CompareStrings) {
  return {
    strings,
    ...numbersOf(locale),
    modelTitle: (model: { readonly arm: string; readonly title: string }) =>
      armTitle(locale, model),
    taskTitle: (task: string) => shortTaskName(locale, task, findTask(task)?.title ?? task),
  };
}

export type Words = ReturnType<typeof wordsOf>;

export const useWords = (): Words => wordsOf(useLocale(), useStrings(COMPARE_STRINGS));
