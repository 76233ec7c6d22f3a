import { expect, test } from 'vitest';
import { COURIER } from './courier';
import { likeliestPath, storyLines } from './story';

test('a story is argued along its likeliest path', () => {
  const [sure, maybe] = [COURIER.kinds[0]!, COURIER.kinds[2]!];
  const story = {
    start: 0,
    steps: [
      { first: 0, second: 1, kind: sure },
      { first: 1, second: 2, kind: maybe },
    ],
  };
  expect(likeliestPath(story, 2)).toEqual([true, true]);
  expect(likeliestPath(story, 1)).toEqual([true, false]);
  expect(likeliestPath(story, 0)).toBeNull();
});

test('the lines of a story end with the parcels of each option in the order of the prompt', () => {
  const story = { start: 0, steps: [{ first: 0, second: 1, kind: COURIER.kinds[0]! }] };
  const { lines, holder } = storyLines(COURIER, story, [true], ['Daniel', 'Benjamin']);
  expect(lines.at(-1)).toBe('Totals: Daniel 0, Benjamin 1.');
  expect(holder).toBe(1);
});
