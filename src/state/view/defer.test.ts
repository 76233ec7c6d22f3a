import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFER, DEFER_RANGES, heldTo, type DeferView } from './defer';

const linked = (view: DeferView) =>
  DEFER.read(
    new URLSearchParams(
      Object.entries(DEFER.write(view)).filter((f): f is [string, string] => f[1] !== undefined),
    ),
  );

const within = (name: keyof typeof DEFER_RANGES) => {
  const [min, max] = DEFER_RANGES[name];
  return fc.double({ min, max, noNaN: true }).map((value) => heldTo(name, value, NaN));
};

test('what is asked survives the link', () => {
  const views = fc.record({
    threshold: within('threshold'),
    risk: within('risk'),
    certainty: within('certainty'),
    errorCost: within('errorCost'),
    deferralCost: within('deferralCost'),
    fallback: fc.constantFrom(null, 'sft', 'ca-proper'),
  });
  fc.assert(
    fc.property(views, (view) => {
      expect(linked(view)).toEqual(view);
    }),
  );
});

test('a threshold is kept to ten decimals and never rounded up', () => {
  const threshold = heldTo('threshold', 0.99973651249, 0);
  expect(threshold).toBe(0.9997365124);
  expect(linked({ ...DEFER.initial, threshold }).threshold).toBe(threshold);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
      const held = heldTo('threshold', value, 0);
      expect(held).toBeLessThanOrEqual(value);
      expect(heldTo('threshold', held, 0)).toBe(held);
    }),
  );
  expect(heldTo('threshold', 0.29, 0)).toBe(0.29);
});

test('the defaults are no field, garbage is the default', () => {
  expect(Object.values(DEFER.write(DEFER.initial)).every((field) => field === undefined)).toBe(
    true,
  );
  const garbage = new URLSearchParams('d.t=2&d.r=x&d.c=1&d.e=-1&d.d=Infinity&d.f=__proto__');
  expect(DEFER.read(garbage)).toEqual(DEFER.initial);
  expect(heldTo('risk', 7, 0.2)).toBe(0.9);
  expect(heldTo('risk', NaN, 0.2)).toBe(0.2);
});

test('another fallback is a step of the history, a slider is none', () => {
  const { initial } = DEFER;
  expect(DEFER.isStep(initial, { ...initial, threshold: 0.5 })).toBe(false);
  expect(DEFER.isStep(initial, { ...initial, fallback: 'sft' })).toBe(true);
});
