import type { EvidenceTask } from './evidence';

/** The letters a case of `count` options uses: A, B, … */
export function letters(count: number): string[] {
  if (!(count <= 10)) throw new RangeError(`at most 10 options, not ${count}`);
  return Array.from({ length: count }, (_, i) => String.fromCharCode(65 + i));
}

/**
 * One line an option, `- text = A`. The conclusion of a trace repeats ` text = A` token by token, so that a small model
 * looks a letter up by copying: without the dash, where the first token lacks its space, the letters of stories were not
 * learned in 1500 steps.
 */
export function writeOptions(optionTexts: readonly string[]): string[] {
  return letters(optionTexts.length).map((letter, i) => `- ${optionTexts[i]!} = ${letter}`);
}

/** Prompt of an evidence case: the cues, the question, one line an option. */
export function writePrompt(
  task: EvidenceTask,
  phrases: readonly string[],
  optionTexts: readonly string[],
): string {
  const cues = `${task.opening} ${phrases.join('; ')}.`;
  return [cues, task.question, ...writeOptions(optionTexts)].join('\n');
}

/** The option lines `- text = A` or `A) text` of any prompt, in order; empty where there are none. */
export function readOptions(prompt: string): { label: string; text: string }[] {
  return [...prompt.matchAll(/^(?:([A-J])\) (.+)|- (.+) = ([A-J]))$/gm)].map((m) => ({
    label: (m[1] ?? m[4])!,
    text: (m[2] ?? m[3])!.trim(),
  }));
}

/** The cues and option texts of a prompt of this task, or null where the text is something else. */
export function readPrompt(
  task: EvidenceTask,
  prompt: string,
): { phrases: string[]; optionTexts: string[] } | null {
  const first = prompt.split('\n', 1)[0]!;
  const optionTexts = readOptions(prompt).map((option) => option.text);
  const complete =
    optionTexts.length === task.classes.length &&
    task.classes.every((name) => optionTexts.includes(name));
  if (!first.startsWith(task.opening) || !complete) return null;
  const phrases = first
    .slice(task.opening.length)
    .replace(/\.\s*$/, '')
    .split(';')
    .map((phrase) => phrase.trim());
  return { phrases, optionTexts };
}
