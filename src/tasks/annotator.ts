import { randomIndex, type Random } from '../calibration/random';
import { likelihood, findCue, type Attribute, type Cue, type EvidenceTask } from './evidence';

/** How often annotators err; all are probabilities. */
export type AnnotatorNoise = {
  /** Share of annotators who hold a cue's shared misconception. */
  readonly misconception: number;
  /** A cue taken for a random other class. */
  readonly wrongOption: number;
  /** A strength one step off. */
  readonly wrongStrength: number;
  /** A total misstated by one, per trace. */
  readonly wrongTotal: number;
  /** Annotators who decide by the first cue alone. */
  readonly anchor: number;
  /** Annotators who count every cue once. */
  readonly ignoreStrength: number;
};

export const NOISE: AnnotatorNoise = {
  misconception: 0.6,
  wrongOption: 0.08,
  wrongStrength: 0.15,
  wrongTotal: 0.03,
  anchor: 0.1,
  ignoreStrength: 0.15,
};

const ADVERBS = ['weakly', 'clearly', 'strongly'] as const;

/** The class a cue speaks for and how strongly (1–3), by its likelihood ratio to the mean of the others. */
export function trueReading(attribute: Attribute, cue: Cue): { option: number; strength: number } {
  const p = likelihood(attribute, cue);
  const option = p.indexOf(Math.max(...p));
  const others = p.reduce((sum, q) => sum + q, -p[option]!) / (p.length - 1);
  const evidence = Math.log(p[option]! / others);
  return { option, strength: evidence < 0.5 ? 1 : evidence < 1.1 ? 2 : 3 };
}

function noisyReading(task: EvidenceTask, phrase: string, random: Random, noise: AnnotatorNoise) {
  const found = findCue(task, phrase);
  if (found === null) throw new RangeError(`${task.name} has no cue “${phrase}”`);
  let { option, strength } = trueReading(found.attribute, found.cue);
  if (found.cue.misread !== undefined && random() < noise.misconception)
    option = task.classes.indexOf(found.cue.misread);
  if (random() < noise.wrongOption)
    option = (option + 1 + randomIndex(random, task.classes.length - 1)) % task.classes.length;
  if (random() < noise.wrongStrength) strength = strength === 2 ? (random() < 0.5 ? 1 : 3) : 2;
  return { option, strength };
}

function argmaxes(values: readonly number[]): number[] {
  const top = Math.max(...values);
  return values.flatMap((value, i) => (value === top ? [i] : []));
}

/**
 * The completion one annotator writes: a line a cue with a running total, the totals, the conclusion,
 * the decision. `optionTexts[i]` is the class that `letters[i]` stands for.
 */
export function writeTrace(
  task: EvidenceTask,
  phrases: readonly string[],
  letters: readonly string[],
  optionTexts: readonly string[],
  random: Random,
  noise: AnnotatorNoise = NOISE,
): string {
  const anchored = random() < noise.anchor;
  const countsOnly = random() < noise.ignoreStrength;
  const totals = letters.map(() => 0);
  let first = -1;
  const lines = phrases.map((phrase) => {
    const { option, strength } = noisyReading(task, phrase, random, noise);
    const name = task.classes[option]!;
    const slot = optionTexts.indexOf(name);
    if (first < 0) first = slot;
    totals[slot]! += countsOnly ? 1 : strength;
    const reading = countsOnly ? name : `${ADVERBS[strength - 1]!} ${name}`;
    return `- ${phrase}: ${reading} (${letters[slot]!}), ${letters[slot]!} ${totals[slot]!}.`;
  });
  if (random() < noise.wrongTotal) {
    const slot = randomIndex(random, totals.length);
    totals[slot] = Math.max(0, totals[slot]! + (random() < 0.5 ? 1 : -1));
  }
  const best = argmaxes(totals);
  const chosen = anchored ? first : best[randomIndex(random, best.length)]!;
  const stated = totals.map((total, i) => `${letters[i]!} ${total}`).join(', ');
  const basis = anchored ? 'First impression' : 'On balance';
  return [
    '<think>',
    ...lines,
    `Totals: ${stated}.`,
    `${basis}: ${letters[chosen]!} (${optionTexts[chosen]!}).`,
    '</think>',
    `Answer: ${letters[chosen]!}`,
  ].join('\n');
}
