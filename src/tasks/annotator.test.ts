import { describe, expect, test } from 'vitest';
import { TASKS, verify } from '.';
import { createRandom } from '../calibration/random';
import { NOISE, trueReading, writeTrace, type AnnotatorNoise } from './annotator';
import { MODERATION } from './moderation';

const NOISELESS = Object.fromEntries(
  Object.keys(NOISE).map((key) => [key, 0]),
) as unknown as AnnotatorNoise;

describe.each(TASKS)('annotators of $name', (task) => {
  const cases = Array.from({ length: 3000 }, (_, index) => task.sample(3, index));

  test('every trace keeps the format and decides what it concludes', () => {
    for (const instance of cases.slice(0, 500)) {
      const verdict = verify(instance.prompt, task.annotate(instance));
      expect(verdict.formatValid).toBe(true);
      expect(verdict.decided).toBe(verdict.concluded);
    }
  });

  test('they are worse than the posterior and better than chance', () => {
    const right = cases.filter((c) => verify(c.prompt, task.annotate(c)).decided === c.gold);
    const bayes = cases.reduce((sum, c) => sum + Math.max(...c.posterior), 0);
    expect(right.length).toBeLessThan(0.95 * bayes);
    expect(right.length / cases.length).toBeGreaterThan(1.3 / task.optionCount);
  });
});

test('without noise a trace adds up the true readings', () => {
  const text = writeTrace(
    MODERATION,
    ['a threat', 'a clean record', 'one report'],
    ['A', 'B'],
    ['keep', 'remove'],
    createRandom(1),
    NOISELESS,
  );
  expect(text.split('\n')).toEqual([
    '<think>',
    '- a threat: strongly remove 3.',
    '- a clean record: strongly keep 3.',
    '- one report: clearly keep 5.',
    'Totals: keep 5, remove 3.',
    'On balance: keep = A.',
    '</think>',
    'Answer: A',
  ]);
});

test('misconceptions take over at their rate', () => {
  const random = createRandom('misconception');
  const noise = { ...NOISELESS, misconception: 0.6 };
  let misread = 0;
  for (let i = 0; i < 2000; i++) {
    const text = writeTrace(
      MODERATION,
      ['dark humour'],
      ['A', 'B'],
      ['remove', 'keep'],
      random,
      noise,
    );
    if (/humour: \w+ remove/.test(text)) misread++;
  }
  expect(misread / 2000).toBeCloseTo(0.6, 1);
});

test('strength grows with the likelihood ratio', () => {
  const attribute = MODERATION.attributes[5]!;
  expect(trueReading(attribute, attribute[0]!)).toEqual({ option: 0, strength: 3 });
  expect(trueReading(attribute, attribute[1]!).strength).toBeLessThan(3);
});
