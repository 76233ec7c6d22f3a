import { createRandom, randomIndex, shuffled, type Random } from '../calibration/random';
import type { Case, Task } from './case';
import { letters } from './prompt';
import { filterHolder, type SwapStep, type TrackingTask } from './tracking';
import { readStory, writeStory, type Story } from './trackingPrompt';

/** Error rates of the annotators of stories; all are probabilities. */
export const TRACKING_NOISE = {
  /** Share of annotators who hold a telling's shared misconception. */
  misconception: 0.6,
  /** A step taken the wrong way by accident. */
  slip: 0.04,
  /** Annotators who answer with the first holder. */
  anchor: 0.06,
} as const;

function swapped(holder: number, { first, second }: SwapStep): number {
  return holder === first ? second : holder === second ? first : holder;
}

function sample(task: TrackingTask, seed: number, index: number): Case {
  const random = createRandom(`${task.name}/${seed}/${index}`);
  const people = task.people.length;
  const [fewest, most] = task.steps;
  const count = fewest + randomIndex(random, most - fewest + 1);
  const start = randomIndex(random, people);
  let holder = start;
  const steps = Array.from({ length: count }, (): SwapStep => {
    const first = randomIndex(random, people);
    const second = (first + 1 + randomIndex(random, people - 1)) % people;
    const step = { first, second, kind: task.kinds[randomIndex(random, task.kinds.length)]! };
    if (random() < step.kind.p) holder = swapped(holder, step);
    return step;
  });
  const optionTexts = shuffled(random, task.people);
  const options = letters(people);
  const byPerson = filterHolder(people, start, steps);
  return {
    id: `${task.name}-${seed}-${index}`,
    task: task.name,
    prompt: writeStory(task, { start, steps }, optionTexts),
    options,
    optionTexts,
    gold: options[optionTexts.indexOf(task.people[holder]!)]!,
    posterior: optionTexts.map((text) => byPerson[task.people.indexOf(text)]!),
  };
}

/** What one annotator writes: a line a step with the holder after it, the conclusion, the decision. */
export function writeStoryTrace(
  task: TrackingTask,
  { start, steps }: Story,
  optionTexts: readonly string[],
  random: Random,
  noise: { readonly [Key in keyof typeof TRACKING_NOISE]: number } = TRACKING_NOISE,
): string {
  const name = (person: number) => task.people[person]!;
  const letter = (person: number) =>
    letters(task.people.length)[optionTexts.indexOf(name(person))]!;
  const anchored = random() < noise.anchor;
  let holder = start;
  const lines = steps.map((step) => {
    const { kind, first, second } = step;
    let swaps = kind.p >= 0.5;
    if (kind.misread !== undefined && random() < noise.misconception)
      swaps = kind.misread === 'swapped';
    if (random() < noise.slip) swaps = !swaps;
    if (swaps) holder = swapped(holder, step);
    const reading = swaps ? 'swapped' : 'stayed';
    return `- ${name(first)} and ${name(second)} ${reading}: ${name(holder)}.`;
  });
  const chosen = anchored ? start : holder;
  const basis = anchored ? 'First impression' : 'On balance';
  return [
    '<think>',
    `- ${name(start)} took it: ${name(start)}.`,
    ...lines,
    `${basis}: ${letter(chosen)} (${name(chosen)}).`,
    '</think>',
    `Answer: ${letter(chosen)}`,
  ].join('\n');
}

/** A task from its definition. The annotator of a case is seeded by the case's id. */
export function trackingTask(task: TrackingTask): Task {
  return {
    name: task.name,
    title: task.title,
    optionCount: task.people.length,
    sample: (seed, index) => sample(task, seed, index),
    annotate: (instance) => {
      const read = readStory(task, instance.prompt);
      if (read === null) throw new RangeError(`${instance.id} is not a case of ${task.name}`);
      const random = createRandom(`annotator/${instance.id}`);
      return writeStoryTrace(task, read.story, read.optionTexts, random);
    },
    posterior: (prompt) => {
      const read = readStory(task, prompt);
      if (read === null) return null;
      const { start, steps } = read.story;
      const byPerson = filterHolder(task.people.length, start, steps);
      return read.optionTexts.map((text) => byPerson[task.people.indexOf(text)]!);
    },
  };
}
