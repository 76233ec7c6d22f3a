import { readOptions, writeOptions } from './prompt';
import type { SwapStep, TrackingTask } from './tracking';

/** What a story says: who had the thing first, and the steps. */
export type Story = { readonly start: number; readonly steps: readonly SwapStep[] };

const QUESTION = 'Who has the parcel now?';

/** Prompt of a state-tracking case: the story on one line, the question, one line an option. */
export function writeStory(
  task: TrackingTask,
  { start, steps }: Story,
  optionTexts: readonly string[],
): string {
  const name = (person: number) => task.people[person]!;
  const told = steps.map(
    ({ first, second, kind }) => `${name(first)} and ${name(second)} ${kind.words}.`,
  );
  return [
    [`${name(start)} took the parcel.`, ...told].join(' '),
    QUESTION,
    ...writeOptions(optionTexts),
  ].join('\n');
}

/** The story and option texts of a prompt of this task, or null where the text is something else. */
export function readStory(
  task: TrackingTask,
  prompt: string,
): { story: Story; optionTexts: string[] } | null {
  const optionTexts = readOptions(prompt).map((option) => option.text);
  const complete =
    optionTexts.length === task.fullNames.length &&
    task.fullNames.every((name) => optionTexts.includes(name));
  const [opening, ...told] = prompt.split('\n', 1)[0]!.split(/(?<=\.) /);
  const start = task.people.findIndex((person) => opening === `${person} took the parcel.`);
  if (!complete || start < 0) return null;
  const steps: SwapStep[] = [];
  for (const sentence of told) {
    const match = /^(\w+) and (\w+) (.+)\.$/.exec(sentence);
    const kind = task.kinds.find(({ words }) => words === match?.[3]);
    const first = task.people.indexOf(match?.[1] ?? '');
    const second = task.people.indexOf(match?.[2] ?? '');
    if (kind === undefined || first < 0 || second < 0 || first === second) return null;
    steps.push({ first, second, kind });
  }
  return { story: { start, steps }, optionTexts };
}
