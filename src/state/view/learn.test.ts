import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGE } from './language';
import { LEARN, LEARN_CONTROLS, STEPS } from './learn';

const fieldsOf = (written: Readonly<Record<string, string | undefined>>) =>
  new URLSearchParams(
    Object.entries(written).filter((field): field is [string, string] => field[1] !== undefined),
  );

test('step and hidden controls survive the link', () => {
  const views = fc.record({
    step: fc.constantFrom(null, ...STEPS),
    hide: fc.subarray([...LEARN_CONTROLS]),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(LEARN.read(fieldsOf(LEARN.write(view)))).toEqual(view);
    }),
  );
  expect(fieldsOf(LEARN.write(LEARN.initial)).size).toBe(0);
});

test('garbage is the cover with everything shown', () => {
  const garbage = new URLSearchParams('l.s=__proto__&l.h=all..toString&l=xx');
  expect(LEARN.read(garbage)).toEqual(LEARN.initial);
  expect(LANGUAGE.read(garbage)).toEqual({ locale: null });
  expect(LANGUAGE.read(fieldsOf(LANGUAGE.write({ locale: 'de' })))).toEqual({ locale: 'de' });
});

test('another step of the course is a step of the history', () => {
  expect(LEARN.isStep(LEARN.initial, { ...LEARN.initial, step: 'why' })).toBe(true);
  expect(LEARN.isStep(LEARN.initial, { ...LEARN.initial, hide: ['steps'] })).toBe(false);
});
