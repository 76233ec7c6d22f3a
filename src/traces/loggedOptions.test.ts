import { expect, test } from 'vitest';
import { decide } from './decide';
import { decideLogged, loggedOptionLogits, type LoggedStep } from './loggedOptions';
import { letterForms } from './options';
import { ANSWER_TAG } from './rule';

const OPTIONS = letterForms(['A', 'B']);
const step = (
  logged: readonly (readonly [string, number])[],
  change: Partial<LoggedStep> = {},
): LoggedStep => ({
  logged: logged.map(([text, p]) => ({ text, logprob: Math.log(p) })),
  cap: Math.log(0.05),
  rest: Math.log(0.08),
  normalised: true,
  ...change,
});
const texts = (answer: string) => ['<think>', 'x', '</think>', '\nAnswer', ':', answer];

test('forms in the log are summed; those outside weigh at most the cap each and the rest together', () => {
  const { logits, bounds, optionMass } = loggedOptionLogits(
    step([
      [' A', 0.7],
      ['A', 0.1],
      [' B', 0.12],
    ]),
    OPTIONS,
  );
  expect(logits.map(Math.exp)).toEqual([expect.closeTo(0.8, 12), expect.closeTo(0.12, 12)]);
  expect(bounds).toEqual([NaN, expect.closeTo(Math.log(0.12 + 0.05), 12)]);
  expect(optionMass).toBeCloseTo(0.92, 12);
  const nothing = loggedOptionLogits(step([['x', 0.92]]), OPTIONS);
  expect(nothing).toMatchObject({ logits: [-Infinity, -Infinity], optionMass: 0 });
  expect(nothing.bounds!.map(Math.exp)).toEqual([
    expect.closeTo(0.08, 12),
    expect.closeTo(0.08, 12),
  ]);
});

test('without a normaliser there is no option mass, and no rest to bound by', () => {
  const { bounds, optionMass } = loggedOptionLogits(
    step([[' A', 0.9]], { normalised: false, rest: Infinity }),
    OPTIONS,
  );
  expect(optionMass).toBeNaN();
  expect(Math.exp(bounds![1]!)).toBeCloseTo(2 * 0.05, 12);
});

test('a whole log decides as `decide` does, a missing one is no decision', () => {
  const whole = step(
    [
      [' A', 0.5],
      ['A', 0.1],
      [' B', 0.3],
      ['B', 0.1],
    ],
    { cap: -Infinity, rest: -Infinity },
  );
  const forms = OPTIONS.map((option) =>
    option.forms.map((form) => whole.logged.find(({ text }) => text === form)!.logprob),
  );
  const decision = decideLogged(texts(' B'), 'stop', OPTIONS, ANSWER_TAG, () => whole);
  expect(decision).toEqual(
    decide(texts(' B'), 'stop', OPTIONS, ANSWER_TAG, {
      formLogits: (_, option) => forms[option]!,
      logsumexp: () => 0,
    }),
  );
  expect(decideLogged(texts(' B'), 'stop', OPTIONS, ANSWER_TAG, () => null)).toEqual({
    status: 'missing',
    reason: 'no-probability',
  });
});
