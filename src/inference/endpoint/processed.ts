import type { LoggedStep } from './answer';

/**
 * Whether log-probabilities are those of the tempered distribution, from the same step at temperature 1
 * and at `temperature`: then distances between tokens shrink by it, else they stay. Null where the two steps
 * do not tell.
 */
export function processedBy(
  plain: LoggedStep,
  tempered: LoggedStep | undefined,
  temperature: number,
): boolean | null {
  const pairs = plain.top.flatMap(({ text, logprob }) => {
    const other = tempered?.top.find((item) => item.text === text);
    return other === undefined || logprob === -Infinity || other.logprob === -Infinity
      ? []
      : [[logprob, other.logprob] as const];
  });
  const [first] = pairs;
  if (first === undefined) return null;
  const distances = pairs.map(([a, b]) => [a - first[0], b - first[1]] as const);
  const sum = (pick: (pair: readonly [number, number]) => number) =>
    distances.reduce((total, pair) => total + pick(pair), 0);
  const weight = sum(([a]) => a * a);
  if (weight < 0.01) return null;
  const slope = sum(([a, b]) => a * b) / weight;
  const near = (wanted: number) => Math.abs(slope - wanted) < 0.15 * wanted;
  return near(1) ? false : near(1 / temperature) ? true : null;
}
