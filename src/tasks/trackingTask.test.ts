import { describe, expect, test } from 'vitest';
import { createRandom } from '../calibration/random';
import { COURIER, COURIER_LONG } from './courier';
import { trackingTask, writeStoryTrace } from './trackingTask';
import { readStory } from './trackingPrompt';

const NOISELESS = { misconception: 0, slip: 0, anchor: 0 };

describe.each([COURIER, COURIER_LONG])('$name', (definition) => {
  const task = trackingTask(definition);

  test('a story is read back as it was told', () => {
    for (let index = 0; index < 300; index++) {
      const { prompt } = task.sample(2, index);
      const { steps } = readStory(definition, prompt)!.story;
      expect(steps.length).toBeGreaterThanOrEqual(definition.steps[0]);
      expect(steps.length).toBeLessThanOrEqual(definition.steps[1]);
    }
  });

  test('a story with a step of another kind is not of this task', () => {
    const { prompt } = task.sample(2, 1);
    expect(task.posterior(prompt.replace(/ (?:\w+ )+bags\./, ' ate lunch.'))).toBeNull();
  });
});

test('without noise an annotator follows the likelier reading of each step', () => {
  const prompt =
    'Ann took the parcel. Ann and Ben swapped bags. Ben and Dan talked about swapping bags. ' +
    'Carol and Ben may have swapped bags.\nWho has the parcel now?\n- Daniel = A\n- Caroline = B\n- Benjamin = C\n- Anna = D';
  const { story, optionTexts } = readStory(COURIER, prompt)!;
  const trace = writeStoryTrace(COURIER, story, optionTexts, createRandom(1), NOISELESS);
  expect(trace.split('\n')).toEqual([
    '<think>',
    '- Ann took it: Ann.',
    '- Ann and Ben swapped: Ben.',
    '- Ben and Dan stayed: Ben.',
    '- Carol and Ben swapped: Carol.',
    'Totals: Daniel 0, Caroline 1, Benjamin 0, Anna 0.',
    'On balance: Caroline = B.',
    '</think>',
    'Answer: B',
  ]);
});
