import { expect, test } from 'vitest';
import { casesIn, casesOf, ownTask, summaryOf } from './task';

const TEXT = [
  '{"id": "a", "prompt": "Keep it?", "options": ["keep", "remove"], "gold": "remove"}',
  'nonsense',
  '{"id": "b", "prompt": "Which?", "options": ["x", "y", "z"]}',
].join('\n');

test('a file of one’s own is a task named after it, with its counts and its bad rows', () => {
  const task = ownTask(TEXT, 'my.questions.jsonl');
  expect(task.name).toBe('my.questions');
  expect(casesIn(task)).toBe(2);
  expect(task.problems.map(({ line }) => line)).toEqual([2]);
  expect(summaryOf(task)).toEqual({
    n: 2,
    withGold: 1,
    optionCounts: [
      [2, 1],
      [3, 1],
    ],
  });
  const [first, ...rest] = casesOf(task, 1, 0, ' End with “Answer: X”. ');
  expect(rest).toEqual([]);
  expect(first!.prompt).toBe('Keep it?\n- keep = A\n- remove = B\nEnd with “Answer: X”.');
});

test('a text without cases is refused with the first of what is wrong', () => {
  expect(() => ownTask('{"id": 1}', 'x.jsonl')).toThrow(
    /x\.jsonl has no cases\. Line 1 wants a text/u,
  );
  expect(() => ownTask('', 'x.csv')).toThrow('It is empty.');
});

test('generated cases come with posterior and gold, as their seed says', () => {
  const source = { kind: 'built-in', name: 'clinic' } as const;
  const cases = casesOf(source, 3, 5, '');
  expect(cases.map(({ id }) => id)).toEqual(['clinic-5-0', 'clinic-5-1', 'clinic-5-2']);
  expect(cases[0]!.posterior).toHaveLength(4);
  expect(() => casesOf({ kind: 'built-in', name: 'nothing' }, 1, 0, '')).toThrow(RangeError);
});
