import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TARGET_RULES } from '../diagnose/argument';
import { CUTS } from '../diagnose/cut';
import { DIAGNOSE, TOOLS } from './diagnose';

const written = (view: Parameters<typeof DIAGNOSE.write>[0]) =>
  new URLSearchParams(
    Object.entries(DIAGNOSE.write(view)).filter((field): field is [string, string] => {
      return field[1] !== undefined;
    }),
  );

test('tool, rule and cut survive the link; a link without them opens as it did', () => {
  const views = fc.record({
    tool: fc.constantFrom(...TOOLS),
    rule: fc.constantFrom(...TARGET_RULES),
    cut: fc.constantFrom(...CUTS),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(DIAGNOSE.read(written(view))).toEqual(view);
    }),
  );
  expect(DIAGNOSE.read(new URLSearchParams('g.t=x&g.r=__proto__&g.c=0.5'))).toEqual(
    DIAGNOSE.initial,
  );
});
