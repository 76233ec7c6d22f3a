import { expect, test } from 'vitest';
import { collectSpec, INITIAL_FORM, type CollectForm } from './form';
import { ownTask } from './task';

const CLINIC = { kind: 'built-in', name: 'clinic' } as const;
const of = (change: Partial<CollectForm>) => collectSpec({ ...INITIAL_FORM, ...change }, CLINIC);

test('a form becomes a run; greedy has one rollout at temperature 1', () => {
  expect(of({ count: '3', seed: '7', rollouts: '9', temperature: '2' })).toMatchObject({
    task: 'clinic',
    rollouts: 1,
    sampling: { mode: 'greedy', temperature: 1, seed: 7 },
    rule: { pattern: 'Answer:', after: '' },
  });
  const sampled = of({ count: '3', mode: 'sample', rollouts: '4', temperature: '0,7' });
  expect(sampled).toMatchObject({ rollouts: 4, sampling: { temperature: 0.7 } });
});

test('of a task of one’s own no more cases are asked than it has', () => {
  const task = ownTask('{"prompt": "?", "options": ["x", "y"]}', 'q.jsonl');
  const spec = collectSpec({ ...INITIAL_FORM, count: '50' }, task);
  expect(spec).toMatchObject({ task: 'q', cases: [{ id: 'q-1' }] });
});

test.each([
  [{ count: '0' }, 'number of cases'],
  [{ count: '1e3' }, 'number of cases'],
  [{ seed: '-1' }, 'seed'],
  [{ mode: 'sample', rollouts: '' }, 'Rollouts'],
  [{ mode: 'sample', count: '20000', rollouts: '2' }, 'more than 20000 traces'],
  [{ mode: 'sample', temperature: '' }, 'temperature'],
  [{ maxNewTokens: '0' }, 'Longest'],
  [{ pattern: '(' }, 'no regular expression'],
  [{ pattern: '' }, 'right before the decision'],
] as const)('%j is refused with what is wanted', (change, problem) => {
  expect(of(change)).toContain(problem);
});
