import type { EngineError } from '../errors';
import { unreachable } from './advice';
import { LONGEST_WAIT, retryAfter, retryDelay } from './backoff';
import {
  EndpointAnswerError,
  EndpointBusyError,
  EndpointRefusedError,
  EndpointTimeoutError,
  EndpointUnreachableError,
} from './errors';
import { sleep, type Gate } from './gate';
import { parseLoose } from './parseLoose';
import type { Secret } from './secret';
import { serverSays } from './serverSays';
import type { EndpointSettings } from './settings';
import { statusError } from './statusError';

/** A request. `retries`: further tries where they may help; default the settings'. */
export type Ask = {
  readonly path: string;
  /** Posted as JSON; without it the path is fetched. */
  readonly body?: object;
  readonly signal: AbortSignal;
  readonly retries?: number;
};

/** Resolves with the parsed answer; rejects with an EngineError, or with the signal's reason. */
export type Transport = (ask: Ask) => Promise<unknown>;

type Failure = {
  readonly error: EngineError;
  /** Whether another try may succeed. */
  readonly passing: boolean;
  readonly told: number | null;
  readonly busy: boolean;
};

/** Answers are text of a few kilobytes a token. */
const LONGEST_ANSWER = 256 * 1024 * 1024;
const PASSING = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);

/** Requests with time-out, retries with back-off, and messages that never hold the key. */
export function createTransport(settings: EndpointSettings, secret: Secret, gate: Gate): Transport {
  const { baseUrl, timeoutMs, random, onWait } = settings;

  const once = async (ask: Ask): Promise<{ readonly value: unknown } | Failure> => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeoutMs);
    const failure = (error: EngineError, passing = true): Failure => ({
      error,
      passing,
      told: null,
      busy: false,
    });
    try {
      const response = await settings.fetch(`${baseUrl}${ask.path}`, {
        method: ask.body === undefined ? 'GET' : 'POST',
        headers: {
          ...secret.headers(),
          ...(ask.body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
        signal: AbortSignal.any([ask.signal, late.signal]),
        // A redirect could carry prompts and key to another host.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
      const { status } = response;
      if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
        return failure(
          new EndpointRefusedError(
            `${baseUrl} sends requests on to another address. Enter that address as the base URL.`,
          ),
          false,
        );
      const text = await response.text();
      if (!response.ok) {
        const said = secret.redact(serverSays(text));
        const exhausted = text.includes('insufficient_quota');
        return {
          error: statusError(status, said, baseUrl, ask.path),
          passing: PASSING.has(status) && !exhausted,
          told: retryAfter(response.headers, Date.now()),
          busy: status === 429 || status === 503,
        };
      }
      const value = text.length > LONGEST_ANSWER ? undefined : parseLoose(text);
      if (value !== undefined) return { value };
      return failure(
        new EndpointAnswerError(
          `${baseUrl}${ask.path} did not answer in JSON (“${secret.redact(serverSays(text.slice(0, 2000))).slice(0, 80)}”). ` +
            'Check the base URL: it usually ends in /v1.',
        ),
        false,
      );
    } catch (error) {
      if (ask.signal.aborted) throw ask.signal.reason;
      if (late.signal.aborted)
        return failure(
          new EndpointTimeoutError(
            `${baseUrl} gave no answer within ${timeoutMs / 1000} s. Allow more time, fewer tokens, or fewer requests at once.`,
          ),
        );
      return failure(new EndpointUnreachableError(secret.redact(unreachable(settings, error))));
    } finally {
      clearTimeout(timer);
    }
  };

  return async (ask) => {
    const retries = ask.retries ?? settings.maxRetries;
    for (let attempt = 0; ; attempt++) {
      await gate.turn(ask.signal);
      const outcome = await once(ask);
      if ('value' in outcome) return outcome.value;
      const { error, passing, told, busy } = outcome;
      if (!passing || attempt >= retries) throw error;
      if (told !== null && told > LONGEST_WAIT)
        throw new EndpointBusyError(
          `${baseUrl} asks to wait ${Math.round(told / 60_000)} minutes. Go on then.`,
        );
      const milliseconds = retryDelay(attempt, told, random);
      if (busy) gate.hold(milliseconds);
      onWait?.({ reason: error.message, milliseconds });
      await sleep(milliseconds, ask.signal);
    }
  };
}
