import { describe, expect, test } from 'vitest';
import { TASKS } from '.';
import { classPosterior } from './evidence';
import { CLINIC } from './clinic';
import { evidenceTask } from './evidenceTask';

const linesOf = (text: string) => text.split('\n').slice(1, -1);

describe.each(TASKS)('posterior along the reasoning of $name', (task) => {
  const cases = Array.from({ length: 50 }, (_, index) => task.sample(23, index));

  test('before the first line it is the prior, after the last that of the case', () => {
    for (const instance of cases) {
      const lines = linesOf(task.annotate(instance));
      const before = task.posteriorAfter(instance.prompt, [])!;
      expect(before.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      const after = task.posteriorAfter(instance.prompt, lines)!;
      after.forEach((p, i) => expect(p).toBeCloseTo(instance.posterior[i]!, 12));
    }
  });

  test('a line that reads nothing new leaves it as it is; another text has none', () => {
    const [instance] = cases;
    const lines = linesOf(task.annotate(instance!)).filter((line) => line.startsWith('- '));
    const half = lines.slice(0, 2);
    const more = [...half, 'Totals: A 1, B 2.', 'On balance: A.'];
    expect(task.posteriorAfter(instance!.prompt, more)).toEqual(
      task.posteriorAfter(instance!.prompt, half),
    );
    expect(task.posteriorAfter('Is it raining?', half)).toBeNull();
  });
});

test('cues count by what they are, however they were read, and only those of the case', () => {
  const task = evidenceTask(CLINIC);
  const instance = task.sample(23, 0);
  const phrase = /^A patient has ([^;]+);/.exec(instance.prompt)![1]!;
  const byClass = classPosterior(CLINIC, [phrase]);
  const expected = instance.optionTexts.map((text) => byClass[CLINIC.classes.indexOf(text)]!);
  const lines = [`- ${phrase}: strongly cold 3.`, '- a horned unicorn: clearly cold 5.'];
  expect(task.posteriorAfter(instance.prompt, lines)).toEqual(expected);
});
