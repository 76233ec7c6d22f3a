import { createRandom, randomIndex, randomWeighted, shuffled } from '../calibration/random';
import { writeTrace } from './annotator';
import { argueFor } from './argue';
import type { Case, Task } from './case';
import { classPosterior, findCue, likelihood, type EvidenceTask } from './evidence';
import { letters, readPrompt, writePrompt } from './prompt';

function sample(task: EvidenceTask, seed: number, index: number): Case {
  const random = createRandom(`${task.name}/${seed}/${index}`);
  const goldClass = randomWeighted(random, task.prior);
  const [fewest, most] = task.cues;
  const count = fewest + randomIndex(random, most - fewest + 1);
  const phrases = shuffled(random, task.attributes)
    .slice(0, count)
    .map((attribute) => {
      const weights = attribute.map((cue) => likelihood(attribute, cue)[goldClass]!);
      return attribute[randomWeighted(random, weights)]!.phrase;
    });
  const optionTexts = shuffled(random, task.classes);
  const options = letters(optionTexts.length);
  const byClass = classPosterior(task, phrases);
  return {
    id: `${task.name}-${seed}-${index}`,
    task: task.name,
    prompt: writePrompt(task, phrases, optionTexts),
    options,
    optionTexts,
    gold: options[optionTexts.indexOf(task.classes[goldClass]!)]!,
    posterior: optionTexts.map((text) => byClass[task.classes.indexOf(text)]!),
  };
}

/** Posterior given the cues of the prompt that `counts` lets through; null where the text is not of this task. */
function posteriorOf(
  task: EvidenceTask,
  prompt: string,
  counts: (phrase: string) => boolean,
): number[] | null {
  const read = readPrompt(task, prompt);
  if (!read?.phrases.every((phrase) => findCue(task, phrase))) return null;
  const byClass = classPosterior(task, read.phrases.filter(counts));
  return read.optionTexts.map((text) => byClass[task.classes.indexOf(text)]!);
}

/** A task from its definition. The annotator of a case is seeded by the case's id. */
export function evidenceTask(task: EvidenceTask): Task {
  return {
    name: task.name,
    title: task.title,
    optionCount: task.classes.length,
    sample: (seed, index) => sample(task, seed, index),
    annotate: (instance) => {
      const read = readPrompt(task, instance.prompt);
      if (read === null) throw new RangeError(`${instance.id} is not a case of ${task.name}`);
      const random = createRandom(`annotator/${instance.id}`);
      return writeTrace(task, read.phrases, instance.options, read.optionTexts, random);
    },
    argue: (instance, slot) => {
      const read = readPrompt(task, instance.prompt);
      if (read === null) throw new RangeError(`${instance.id} is not a case of ${task.name}`);
      return argueFor(task, read.phrases, read.optionTexts, slot);
    },
    posterior: (prompt) => posteriorOf(task, prompt, () => true),
    posteriorAfter: (prompt, lines) =>
      posteriorOf(task, prompt, (phrase) => lines.some((line) => line.startsWith(`- ${phrase}:`))),
  };
}
