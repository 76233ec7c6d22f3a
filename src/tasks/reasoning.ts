import { letters } from './prompt';

/** What a writer takes a cue for: the class (an index into the task's classes) and how strongly, 1–3. */
export type Reading = { readonly option: number; readonly strength: number };

const ADVERBS = ['weakly', 'clearly', 'strongly'] as const;

/** Indices of the largest values. */
export function argmaxes(values: readonly number[]): number[] {
  const top = Math.max(...values);
  return values.flatMap((value, i) => (value === top ? [i] : []));
}

/** Sum of the strengths read for each class; each cue counts once where `countsOnly`. */
export function tally(classes: number, readings: readonly Reading[], countsOnly = false): number[] {
  const totals = new Array<number>(classes).fill(0);
  for (const { option, strength } of readings) totals[option]! += countsOnly ? 1 : strength;
  return totals;
}

/** One line a cue: the cue, what it is taken for, the running total of that class. */
export function cueLines(
  phrases: readonly string[],
  readings: readonly Reading[],
  classes: readonly string[],
  countsOnly = false,
): string[] {
  return phrases.map((phrase, i) => {
    const { option, strength } = readings[i]!;
    const name = classes[option]!;
    const total = tally(classes.length, readings.slice(0, i + 1), countsOnly)[option]!;
    return `- ${phrase}: ${countsOnly ? name : `${ADVERBS[strength - 1]!} ${name}`} ${total}.`;
  });
}

/** The block of reasoning, closed: its lines, then the conclusion for the option at `slot`. */
export function closedReasoning(
  lines: readonly string[],
  basis: 'On balance' | 'First impression',
  slot: number,
  optionTexts: readonly string[],
): string {
  const letter = letters(optionTexts.length)[slot]!;
  const conclusion = `${basis}: ${optionTexts[slot]!} = ${letter}.`;
  return ['<think>', ...lines, conclusion, '</think>'].join('\n');
}

/** The line that states the totals of the options in the prompt's order. */
export function totalsLine(optionTexts: readonly string[], totals: readonly number[]): string {
  return `Totals: ${totals.map((total, i) => `${optionTexts[i]!} ${total}`).join(', ')}.`;
}
