import { trueReading } from './annotator';
import { findCue, likelihood, type EvidenceTask } from './evidence';
import { closedReasoning, cueLines, tally, totalsLine } from './reasoning';

/**
 * Reasoning that argues for the option at `slot` in the annotators' own form, closed by `</think>`: every cue as it is,
 * but for those that must be taken for that option before it has the largest total; first the cues that make it likeliest.
 * Throws RangeError on a phrase that the task does not know.
 */
export function argueFor(
  task: EvidenceTask,
  phrases: readonly string[],
  optionTexts: readonly string[],
  slot: number,
): string {
  const target = task.classes.indexOf(optionTexts[slot]!);
  const cues = phrases.map((phrase) => {
    const found = findCue(task, phrase);
    if (found === null) throw new RangeError(`${task.name} has no cue “${phrase}”`);
    return { ...found, fit: likelihood(found.attribute, found.cue)[target]! };
  });
  const readings = cues.map(({ attribute, cue }) => trueReading(attribute, cue));
  const order = cues.map((_, i) => i).sort((a, b) => cues[b]!.fit - cues[a]!.fit);
  const wins = () =>
    tally(task.classes.length, readings).every(
      (total, option, totals) => option === target || total < totals[target]!,
    );
  for (const i of order) {
    if (wins()) break;
    if (readings[i]!.option !== target) readings[i] = { option: target, strength: 2 };
  }
  const byClass = tally(task.classes.length, readings);
  const totals = optionTexts.map((text) => byClass[task.classes.indexOf(text)]!);
  const lines = [...cueLines(phrases, readings, task.classes), totalsLine(optionTexts, totals)];
  return closedReasoning(lines, 'On balance', slot, optionTexts);
}
