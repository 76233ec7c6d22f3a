import type { SwapStep, TrackingTask } from './tracking';
import type { Story } from './trackingPrompt';
import { closedReasoning, totalsLine } from './reasoning';

/** The holder after a step that was a swap. */
export function swapped(holder: number, { first, second }: SwapStep): number {
  return holder === first ? second : holder === second ? first : holder;
}

/**
 * One line for the start, one a step with the holder after it, and the parcels that each option then has, in the prompt's
 * order; and the last holder. Without the last line a small model does not find the letter of a name.
 */
export function storyLines(
  { people, fullNames }: TrackingTask,
  { start, steps }: Story,
  swaps: readonly boolean[],
  optionTexts: readonly string[],
): { lines: string[]; holder: number } {
  const lines = [`- ${people[start]!} took it: ${people[start]!}.`];
  let holder = start;
  steps.forEach((step, i) => {
    if (swaps[i]!) holder = swapped(holder, step);
    const reading = swaps[i]! ? 'swapped' : 'stayed';
    lines.push(
      `- ${people[step.first]!} and ${people[step.second]!} ${reading}: ${people[holder]!}.`,
    );
  });
  const parcels = optionTexts.map((text) => (fullNames.indexOf(text) === holder ? 1 : 0));
  return { lines: [...lines, totalsLine(optionTexts, parcels)], holder };
}

/** The likeliest readings of a story's steps that end with `person` as the holder, or null where none do. */
export function likeliestPath({ start, steps }: Story, person: number): boolean[] | null {
  type Path = { readonly p: number; readonly swaps: readonly boolean[] };
  let paths = new Map<number, Path>([[start, { p: 1, swaps: [] }]]);
  for (const step of steps) {
    const next = new Map<number, Path>();
    for (const [holder, path] of paths)
      for (const swaps of [true, false]) {
        const p = path.p * (swaps ? step.kind.p : 1 - step.kind.p);
        const after = swaps ? swapped(holder, step) : holder;
        if (p > 0 && p > (next.get(after)?.p ?? 0))
          next.set(after, { p, swaps: [...path.swaps, swaps] });
      }
    paths = next;
  }
  const found = paths.get(person);
  return found === undefined ? null : [...found.swaps];
}

/** Reasoning that ends with the option at `slot`, by the likeliest path there; null where the story cannot. */
export function argueStory(
  task: TrackingTask,
  story: Story,
  optionTexts: readonly string[],
  slot: number,
): string | null {
  const path = likeliestPath(story, task.fullNames.indexOf(optionTexts[slot]!));
  if (path === null) return null;
  const { lines } = storyLines(task, story, path, optionTexts);
  return closedReasoning(lines, 'On balance', slot, optionTexts);
}
