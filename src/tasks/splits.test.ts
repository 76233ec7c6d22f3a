import { expect, test } from 'vitest';
import { TASKS } from '.';
import { SHIFTS, splitOf, TRAINED } from './splits';

test('every generated task is trained or the shift of a trained one', () => {
  expect([...TRAINED, ...SHIFTS].sort()).toEqual(TASKS.map(({ name }) => name).sort());
  for (const { name, title } of TASKS) {
    const split = splitOf(name);
    if (split.name === 'shift') expect(title).toContain(`shift of ${split.of}`);
    else expect(split).toEqual({ name: 'trained' });
  }
});

test('a task that is not known belongs to neither', () => {
  expect(splitOf('__proto__')).toEqual({ name: 'other' });
});
