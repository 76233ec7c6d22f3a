/** How a story tells that two people may have swapped, and how often they then did. */
export type SwapKind = {
  /** Words between the two names and the full stop, e.g. `may have swapped`. */
  readonly words: string;
  /** Probability in [0, 1] that the swap happened. */
  readonly p: number;
  /** What most annotators wrongly take it for, if they do. */
  readonly misread?: 'swapped' | 'stayed';
};

/** One step of a story: two people (indices) and how the swap is told. */
export type SwapStep = { readonly first: number; readonly second: number; readonly kind: SwapKind };

/** Definition of a state-tracking task: one thing, who has it, a number of uncertain swaps. */
export type TrackingTask = {
  readonly name: string;
  readonly title: string;
  /** What the story calls them. */
  readonly people: readonly string[];
  /**
   * What the options call them. Words of their own: a name that the story repeats is no key that a small model can look
   * its letter up by.
   */
  readonly fullNames: readonly string[];
  readonly kinds: readonly SwapKind[];
  /** Fewest and most swaps that a story tells. */
  readonly steps: readonly [number, number];
};

/**
 * Probability of each person to have the thing at the end, by exact filtering: after each step
 * P'(first) = p·P(second) + (1 − p)·P(first), and the same with the two exchanged.
 */
export function filterHolder(people: number, start: number, steps: readonly SwapStep[]): number[] {
  const p = new Array<number>(people).fill(0);
  p[start] = 1;
  for (const { first, second, kind } of steps) {
    const [a, b] = [p[first]!, p[second]!];
    p[first] = kind.p * b + (1 - kind.p) * a;
    p[second] = kind.p * a + (1 - kind.p) * b;
  }
  return p;
}
