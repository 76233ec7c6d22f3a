import { randomIndex, type Random } from '../calibration/random';
import { likelihood, findCue, type Attribute, type Cue, type EvidenceTask } from './evidence';
import { argmaxes, closedReasoning, cueLines, tally, totalsLine, type Reading } from './reasoning';

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
  /** Annotators who decide by the first cue alone: most do, so that the base, decoded greedily, always does. */
  readonly anchor: number;
  /** Annotators who count every cue once. */
  readonly ignoreStrength: number;
};

export const NOISE: AnnotatorNoise = {
  misconception: 0.6,
  wrongOption: 0.08,
  wrongStrength: 0.15,
  wrongTotal: 0.03,
  anchor: 0.55,
  ignoreStrength: 0.15,
};

/** The class a cue speaks for and how strongly (1–3), by its likelihood ratio to the mean of the others. */
export function trueReading(attribute: Attribute, cue: Cue): Reading {
  const p = likelihood(attribute, cue);
  const option = p.indexOf(Math.max(...p));
  const others = p.reduce((sum, q) => sum + q, -p[option]!) / (p.length - 1);
  const evidence = Math.log(p[option]! / others);
  return { option, strength: evidence < 0.5 ? 1 : evidence < 1.1 ? 2 : 3 };
}

function noisyReading(
  task: EvidenceTask,
  phrase: string,
  random: Random,
  noise: AnnotatorNoise,
): Reading {
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
  const readings = phrases.map((phrase) => noisyReading(task, phrase, random, noise));
  const byClass = tally(task.classes.length, readings, countsOnly);
  const totals = optionTexts.map((text) => byClass[task.classes.indexOf(text)]!);
  if (random() < noise.wrongTotal) {
    const slot = randomIndex(random, totals.length);
    totals[slot] = Math.max(0, totals[slot]! + (random() < 0.5 ? 1 : -1));
  }
  const best = argmaxes(totals);
  const chosen = anchored
    ? optionTexts.indexOf(task.classes[readings[0]!.option]!)
    : best[randomIndex(random, best.length)]!;
  const lines = cueLines(phrases, readings, task.classes, countsOnly);
  const reasoning = closedReasoning(
    [...lines, totalsLine(optionTexts, totals)],
    anchored ? 'First impression' : 'On balance',
    chosen,
    optionTexts,
  );
  return `${reasoning}\nAnswer: ${letters[chosen]!}`;
}
