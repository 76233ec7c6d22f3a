import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COURIER } from './courier';
import { filterHolder, type SwapStep } from './tracking';

const kind = fc.constantFrom(...COURIER.kinds);
const step = fc
  .tuple(fc.nat(3), fc.integer({ min: 1, max: 3 }), kind)
  .map(([first, offset, told]): SwapStep => ({ first, second: (first + offset) % 4, kind: told }));

/** The posterior by summing over every way the swaps may have gone. */
function enumerate(start: number, steps: readonly SwapStep[]): number[] {
  const [head, ...rest] = steps;
  if (head === undefined) return [0, 1, 2, 3].map((person) => (person === start ? 1 : 0));
  const after = start === head.first ? head.second : start === head.second ? head.first : start;
  const swapped = enumerate(after, rest);
  const stayed = enumerate(start, rest);
  return swapped.map((p, i) => head.kind.p * p + (1 - head.kind.p) * stayed[i]!);
}

test('filtering equals the sum over every way the swaps may have gone', () => {
  fc.assert(
    fc.property(fc.nat(3), fc.array(step, { maxLength: 8 }), (start, steps) => {
      const filtered = filterHolder(4, start, steps);
      enumerate(start, steps).forEach((p, i) => expect(filtered[i]).toBeCloseTo(p, 12));
    }),
  );
});

test('by hand: a sure swap, then one that happens four times out of five', () => {
  const [sure, probable] = COURIER.kinds;
  const steps = [
    { first: 0, second: 1, kind: sure! },
    { first: 1, second: 2, kind: probable! },
  ];
  const expected = [0, 0.2, 0.8, 0];
  filterHolder(4, 0, steps).forEach((p, i) => expect(p).toBeCloseTo(expected[i]!, 12));
});
