import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  EndpointAnswerError,
  EndpointBusyError,
  EndpointKeyError,
  EndpointModelError,
  EndpointRefusedError,
  EndpointServerError,
  EndpointTimeoutError,
  EndpointUnreachableError,
} from './errors';
import { fakeServer, type Reply } from './fakeServer';
import { createGate } from './gate';
import { createSecret } from './secret';
import { settingsOf, type EndpointOptions, type EndpointWait } from './settings';
import { createTransport } from './transport';

beforeEach(() => void vi.useFakeTimers());

function setUp(
  reply: Parameters<typeof fakeServer>[0],
  options: Partial<EndpointOptions> = {},
): {
  ask: (signal?: AbortSignal) => Promise<unknown>;
  server: ReturnType<typeof fakeServer>;
  waits: EndpointWait[];
} {
  const server = fakeServer(reply);
  const waits: EndpointWait[] = [];
  const settings = settingsOf({
    baseUrl: 'http://server/v1',
    fetch: server.fetch,
    random: () => 0,
    maxRetries: 3,
    onWait: (wait) => waits.push(wait),
    ...options,
  });
  const gate = createGate(settings.concurrency, settings.requestsPerSecond);
  const transport = createTransport(settings, createSecret(options.key), gate);
  const ask = (signal = new AbortController().signal) =>
    transport({ path: '/x', body: { a: 1 }, signal });
  return { ask, server, waits };
}

/** What a promise came to, after all timers. */
async function settled(promise: Promise<unknown>): Promise<unknown> {
  const outcome = promise.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

const status = (code: number, text = '', headers = {}): Reply => ({ status: code, text, headers });

describe('another try', () => {
  test('follows failures that may pass, each after twice the wait', async () => {
    const { ask, server, waits } = setUp((_, count) =>
      count <= 3 ? status(500) : { json: { fine: true } },
    );
    expect(await settled(ask())).toEqual({ fine: true });
    expect(server.asked).toHaveLength(4);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([250, 500, 1000]);
  });

  test('waits as long as Retry-After says, in seconds or until a date', async () => {
    vi.setSystemTime(new Date('2026-01-01T00:00:00Z'));
    const { ask, waits } = setUp((_, count) =>
      count === 1
        ? status(429, '', { 'retry-after': '7' })
        : count === 2
          ? status(503, '', { 'retry-after': 'Thu, 01 Jan 2026 00:01:07 GMT' })
          : { json: 1 },
    );
    expect(await settled(ask())).toBe(1);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([7000, 60_000]);
  });

  test('a wait that one request was told holds the others back', async () => {
    const { ask, server } = setUp((_, count) =>
      count === 1 ? status(429, '', { 'retry-after': '5' }) : { json: 1 },
    );
    const first = ask();
    await vi.advanceTimersByTimeAsync(10);
    const second = ask();
    await vi.advanceTimersByTimeAsync(4900);
    expect(server.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await Promise.all([first, second])).toEqual([1, 1]);
    expect(server.asked).toHaveLength(3);
  });

  test.each([
    [status(429), EndpointBusyError, 4],
    [status(500, 'out of memory'), EndpointServerError, 4],
    [new TypeError('fetch failed'), EndpointUnreachableError, 4],
    [status(429, '{"error":{"code":"insufficient_quota"}}'), EndpointBusyError, 1],
    [status(429, '', { 'retry-after': '86400' }), EndpointBusyError, 1],
    [status(401), EndpointKeyError, 1],
    [status(404, '{"error":"model x not found"}'), EndpointModelError, 1],
    [status(400, '{"error":{"message":"too long"}}'), EndpointRefusedError, 1],
    [status(302, '', { location: 'http://other/' }), EndpointRefusedError, 1],
    [status(200, '<html>It works!</html>'), EndpointAnswerError, 1],
  ])('%o ends in its error after its number of tries', async (reply, kind, tries) => {
    const { ask, server } = setUp(() => reply);
    expect(await settled(ask())).toBeInstanceOf(kind);
    expect(server.asked).toHaveLength(tries);
  });

  test('a server that never answers is given up after the time-out', async () => {
    const { ask, server } = setUp(() => new Promise(() => undefined), {
      timeoutMs: 2000,
      maxRetries: 1,
    });
    const error = await settled(ask());
    expect(error).toBeInstanceOf(EndpointTimeoutError);
    expect((error as Error).message).toContain('within 2 s');
    expect(server.asked).toHaveLength(2);
  });
});

test('an abort ends a request under way and one that waits, with its reason', async () => {
  for (const reply of [() => new Promise<Reply>(() => undefined), () => status(500)]) {
    const stop = new AbortController();
    const { ask, server } = setUp(reply);
    const asked = ask(stop.signal).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100);
    stop.abort(new Error('enough'));
    expect(await asked).toEqual(new Error('enough'));
    expect(server.asked).toHaveLength(1);
  }
});

test('requests a second are kept apart', async () => {
  const { ask, server } = setUp(() => ({ json: 1 }), { requestsPerSecond: 2 });
  const all = Promise.all([ask(), ask(), ask()]);
  await vi.advanceTimersByTimeAsync(400);
  expect(server.asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(server.asked).toHaveLength(2);
  await vi.runAllTimersAsync();
  await all;
});

describe('a connection that fails', () => {
  const failing = (options: Partial<EndpointOptions>) =>
    setUp(() => new TypeError('Failed to fetch'), { maxRetries: 0, ...options });

  test('in a page names both causes and how to allow its origin', async () => {
    const { ask } = failing({ pageOrigin: 'https://me.example' });
    const { message } = (await settled(ask())) as Error;
    expect(message).toContain('cannot be called from this page');
    const local = failing({ pageOrigin: 'http://localhost:4173' });
    const text = ((await settled(local.ask())) as Error).message;
    for (const part of [
      'Either nothing listens there',
      `vLLM --allowed-origins '["http://localhost:4173"]'`,
      'OLLAMA_ORIGINS=http://localhost:4173',
      'llama.cpp --cors-origins',
      'SGLang',
    ])
      expect(text).toContain(part);
  });

  test('outside of one says what the system said', async () => {
    const cause = { code: 'ECONNREFUSED' };
    const { ask } = setUp(() => new TypeError('fetch failed', { cause }), {
      maxRetries: 0,
      pageOrigin: null,
    });
    expect(((await settled(ask())) as Error).message).toMatch(/nothing listens there/u);
  });
});

test('bare NaN and Infinity of Python servers are read', async () => {
  const { ask } = setUp(() => ({ text: '{"a": NaN, "b": [-Infinity, "NaN \\" Infinity"]}' }));
  expect(await settled(ask())).toEqual({ a: 'NaN', b: ['-Infinity', 'NaN " Infinity'] });
});
