import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fromLogOdds,
  logOdds,
  logOddsAxis,
  logOddsTicks,
  onAxis,
  showProbability,
} from './logOddsAxis';

test('the axis holds every confidence strictly inside, whatever their spread', () => {
  const confidences = fc.array(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(confidences, (values) => {
      const axis = logOddsAxis(Float64Array.from(values));
      for (const c of values) {
        expect(onAxis(axis, c)).toBeGreaterThan(axis.from);
        expect(onAxis(axis, c)).toBeLessThan(axis.to);
      }
      const ticks = logOddsTicks(axis);
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      expect(ticks.length).toBeLessThanOrEqual(6);
      for (const tick of ticks) expect(onAxis(axis, tick)).toBe(logOdds(tick));
    }),
  );
});

test('0 and 1 do not stretch it and stand at its ends', () => {
  const axis = logOddsAxis(Float64Array.of(0, 0.5, 0.9, 1));
  expect(fromLogOdds(axis.to)).toBeLessThan(0.95);
  expect([onAxis(axis, 0), onAxis(axis, 1), onAxis(axis, Infinity)]).toEqual([
    axis.from,
    axis.to,
    axis.to,
  ]);
  expect(logOddsAxis(new Float64Array())).toEqual({ from: -2, to: 2 });
});

test('a probability is shown with the digits that tell it from 1', () => {
  expect(
    ['0.8', '0.99973651', '0.5', '0', '1', '1e-5'].map((p) => showProbability(Number(p))),
  ).toEqual(['.8', '.999737', '.5', '0', '1', '.00001']);
  expect([showProbability(0.7125), showProbability(0.7125, 5)]).toEqual(['.713', '.7125']);
});
