import { createRandom, randomIndex, shuffled, type Random } from '../calibration/random';
import type { Case, Task } from './case';
import { letters } from './prompt';
import { filterHolder, type SwapStep, type TrackingTask } from './tracking';
import { closedReasoning } from './reasoning';
import { argueStory, storyLines, swapped } from './story';
import { readStory, writeStory, type Story } from './trackingPrompt';

/** Error rates of the annotators of stories; all are probabilities. */
export const TRACKING_NOISE = {
  /** Share of annotators who hold a telling's shared misconception. */
  misconception: 0.6,
  /** A step taken the wrong way by accident. */
  slip: 0.04,
  /** Annotators who answer with the first holder. */
  anchor: 0.55,
} as const;

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
  const optionTexts = shuffled(random, task.fullNames);
  const options = letters(people);
  const byPerson = filterHolder(people, start, steps);
  return {
    id: `${task.name}-${seed}-${index}`,
    task: task.name,
    prompt: writeStory(task, { start, steps }, optionTexts),
    options,
    optionTexts,
    gold: options[optionTexts.indexOf(task.fullNames[holder]!)]!,
    posterior: optionTexts.map((text) => byPerson[task.fullNames.indexOf(text)]!),
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
  const anchored = random() < noise.anchor;
  const swaps = steps.map(({ kind }) => {
    let happened = kind.p >= 0.5;
    if (kind.misread !== undefined && random() < noise.misconception)
      happened = kind.misread === 'swapped';
    return random() < noise.slip ? !happened : happened;
  });
  const { lines, holder } = storyLines(task, { start, steps }, swaps, optionTexts);
  const basis = anchored ? 'First impression' : 'On balance';
  const slot = optionTexts.indexOf(task.fullNames[anchored ? start : holder]!);
  const reasoning = closedReasoning(lines, basis, slot, optionTexts);
  return `${reasoning}\nAnswer: ${letters(task.people.length)[slot]!}`;
}

/**
 * Posterior after the first `sentences` of the story, of which the first names the holder at the start: before it nothing
 * is known. Null where the text is not of this task.
 */
function posteriorOf(task: TrackingTask, prompt: string, sentences: number): number[] | null {
  const read = readStory(task, prompt);
  if (read === null) return null;
  const people = task.people.length;
  if (sentences === 0) return read.optionTexts.map(() => 1 / people);
  const { start, steps } = read.story;
  const byPerson = filterHolder(people, start, steps.slice(0, sentences - 1));
  return read.optionTexts.map((text) => byPerson[task.fullNames.indexOf(text)]!);
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
    argue: (instance, slot) => {
      const read = readStory(task, instance.prompt);
      if (read === null) throw new RangeError(`${instance.id} is not a case of ${task.name}`);
      return argueStory(task, read.story, read.optionTexts, slot);
    },
    posterior: (prompt) => posteriorOf(task, prompt, Infinity),
    posteriorAfter: (prompt, lines) =>
      posteriorOf(task, prompt, lines.filter((line) => line.startsWith('- ')).length),
  };
}
