import { describe, expect, test } from 'vitest';
import { TASKS, verify } from '.';

describe.each(TASKS)('arguments of $name', (task) => {
  const cases = Array.from({ length: 200 }, (_, index) => task.sample(17, index));

  test('conclude with the option they argue for, in a form that the verifier reads', () => {
    for (const instance of cases)
      instance.options.forEach((option, slot) => {
        const reasoning = task.argue(instance, slot);
        // Only a story rules a person out: nobody handed the parcel over to them.
        expect(reasoning === null).toBe(instance.posterior[slot] === 0);
        if (reasoning === null) return;
        const verdict = verify(instance.prompt, `${reasoning}\nAnswer: ${option}`);
        expect(verdict).toEqual({ formatValid: true, concluded: option, decided: option });
      });
  });

  test('their lines are consistent with the conclusion: no other option has as large a total', () => {
    for (const instance of cases) {
      const reasoning = task.argue(instance, 0);
      const totals = /Totals: (.*)\./.exec(reasoning ?? '')?.[1];
      if (totals === undefined) continue;
      const values = totals.split(', ').map((part) => Number(/\d+$/.exec(part)![0]));
      expect(Math.max(...values.slice(1))).toBeLessThan(values[0]!);
    }
  });
});
