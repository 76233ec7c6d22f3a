import { logSumExp } from '../../calibration/scaling';
import type { LoggedStep as RawStep } from '../../traces/loggedOptions';
import type { LoggedStep, LoggedToken } from './answer';

/** Two entries that are one token. */
const same = (a: LoggedToken, b: LoggedToken): boolean =>
  a.id !== null && b.id !== null ? a.id === b.id : a.text === b.text;

const byLogprob = (a: LoggedToken, b: LoggedToken): number => b.logprob - a.logprob;

/** A step in raw log-probabilities, with its likeliest tokens and what the rest can have. */
export type Step = RawStep & {
  readonly chosen: LoggedToken;
  readonly top: readonly LoggedToken[];
};

/**
 * A logged step in raw log-probabilities (temperature 1, natural). `temperature0`: what the server had
 * divided the logits by. Multiplying a log-probability by it gives the raw logit up to one constant of the
 * step, so option logits differ exactly as they should. The constant needs the tokens outside the log: they
 * are taken to be as few as their mass and the least logged probability allow, which is an estimate, so
 * the option mass is not told there.
 *
 * The chosen token may stand last in `top` because it was chosen, not because it is likely: then the
 * one before it says what a token outside can have at most.
 */
export function rawStep(step: LoggedStep, temperature0: number): Step {
  const top = [...step.top].sort(byLogprob);
  const last = top.at(-1);
  const ranked = last !== undefined && same(last, step) ? top.slice(0, -1) : top;
  const own = top.find((item) => same(item, step));
  const known = own ?? (Number.isNaN(step.logprob) ? undefined : step);
  const logged = known === undefined || own !== undefined ? top : [...top, known];
  const mass = logged.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0);
  // Probabilities come in single precision: what is left of 1 is known to that only.
  const left = Math.max(0, 1 - mass) + 2 ** -24 * (logged.length + 1);
  const least = ranked.at(-1)?.logprob ?? 0;
  const cap = Math.min(least, Math.log(left));
  const count = Math.max(1, left / Math.exp(cap));
  const tail = Math.log(count) + temperature0 * Math.log(left / count);
  const norm =
    temperature0 === 1
      ? 0
      : logSumExp([...logged.map(({ logprob }) => temperature0 * logprob), tail]);
  const raw = <T extends LoggedToken>(item: T): T => ({
    ...item,
    logprob: temperature0 * item.logprob - norm,
  });
  return {
    chosen: raw(own === undefined ? step : { ...step, logprob: own.logprob }),
    top: top.map(raw),
    logged: logged.map(raw),
    cap: temperature0 * cap - norm,
    rest: temperature0 === 1 ? Math.log(left) : Infinity,
    normalised: temperature0 === 1,
  };
}
