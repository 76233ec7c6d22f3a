import { tablesOf, useStrings } from '../language';
import type { Say } from './say';

/**
 * Sentences that code below the interface writes, errors above all. That code knows no language and the command line prints
 * what it says, so the English sentence is the key of its translation.
 */
export const MESSAGES = tablesOf<{ readonly say: Say }>(
  { say: (message) => message },
  { de: async () => (await import('./de')).DE },
);

/** Says a sentence of the code below in the shown language. */
export function useSay(): Say {
  return useStrings(MESSAGES).say;
}
