import { expect, test } from 'vitest';
import { createEndpointEngine } from './engine';
import {
  EndpointAnswerError,
  EndpointKeyError,
  EndpointLogprobsError,
  EndpointModelError,
  EndpointUnreachableError,
} from './errors';
import {
  chatAnswer,
  decides,
  fakeServer,
  MODELS,
  obliging,
  type Asked,
  type Reply,
} from './fakeServer';
import badRequest from './fixtures/llama-cpp-bad-request.json';
import noKey from './fixtures/llama-cpp-no-key.json';

const load = (reply: (asked: Asked, count: number) => Reply, model = 'm') => {
  const server = fakeServer(reply);
  const engine = createEndpointEngine({
    baseUrl: 'http://server',
    fetch: server.fetch,
    maxRetries: 0,
  });
  return { server, engine, report: engine.load(model, {}) };
};

/** A server that gives log-probabilities of the distribution at the temperature asked for, or raw ones. */
const tempered =
  (processed: boolean) =>
  ({ path, body }: Asked): Reply => {
    if (path === '/models') return MODELS;
    const factor = processed ? 1 / Number(body.temperature) : 1;
    const weights = [0.6, 0.3, 0.1].map((p) => p ** factor);
    const total = weights.reduce((a, b) => a + b);
    const [A, B, C] = weights.map((w) => w / total) as [number, number, number];
    return chatAnswer([['A', { A, B, C }]]);
  };

test('the only model of a list is taken, and a server is known by API and host', async () => {
  const { report, server } = load(obliging, '');
  expect(await report).toMatchObject({
    model: 'm',
    backend: 'endpoint chat server',
    dtype: 'as served',
    selfTest: null,
  });
  expect(server.asked[1]!.body).toMatchObject({ max_tokens: 1, logprobs: true, top_logprobs: 20 });
});

test('a list of several models wants a choice', async () => {
  const models = { json: { data: [{ id: 'small' }, { id: 'large' }] } };
  const { report } = load(({ path }) => (path === '/models' ? models : decides('A')), '');
  await expect(report).rejects.toThrow(/Name a model; http:\/\/server\/v1 serves small, large/u);
});

test('a server without a list is no obstacle', async () => {
  const none: Reply = { status: 404, text: 'Not Found' };
  const { report } = load(({ path }) => (path === '/models' ? none : decides('A')));
  expect((await report).model).toBe('m');
});

test('temperature in the log-probabilities is found out', async () => {
  expect((await load(tempered(true)).report).notes?.join()).toContain('that is undone');
  expect((await load(tempered(false)).report).notes?.join()).toContain('are raw');
  const notes = (await load(obliging).report).notes?.join();
  expect(notes).toContain('are raw');
});

test('fewer alternatives and the other name of the token limit are tried', async () => {
  const { report, server, engine } = load(({ path, body }) => {
    if (path === '/models') return MODELS;
    if ('max_tokens' in body)
      return { status: 400, text: '{"error":{"message":"Use max_completion_tokens instead"}}' };
    if (Number(body.top_logprobs) > 5)
      return { status: 400, text: '{"error":{"message":"top_logprobs must be at most 5"}}' };
    return decides('A');
  });
  await report;
  expect(server.asked.at(-1)!.body).toMatchObject({ max_completion_tokens: 1, top_logprobs: 5 });
  await engine.dispose();
});

const answers = (reply: Reply) => (asked: Asked) => (asked.path === '/models' ? MODELS : reply);
const json = (value: unknown): Reply => ({ json: value });

test.each([
  [
    'no key',
    answers({ status: noKey.status, json: noKey.body }),
    EndpointKeyError,
    /Invalid API Key/u,
  ],
  [
    'no such model',
    answers({ status: 404, text: '{"error":{"message":"The model `x` does not exist"}}' }),
    EndpointModelError,
    /It lists: m\./u,
  ],
  [
    'logprobs refused',
    answers({
      status: 400,
      text: '{"error":{"message":"logprobs is not supported with this model"}}',
    }),
    EndpointLogprobsError,
    /choose another model/u,
  ],
  [
    'no logprobs in the answer',
    answers(json({ choices: [{ message: { content: 'A' }, logprobs: null }] })),
    EndpointLogprobsError,
    /without log-probabilities/u,
  ],
  ['no alternatives', answers(chatAnswer([['A', {}]])), EndpointLogprobsError, /top_logprobs/u],
  ['no token', answers(chatAnswer([])), EndpointAnswerError, /no token/u],
  ['sums above 1', answers(chatAnswer([['A', { A: 0.9, B: 0.9 }]])), EndpointAnswerError, /1\.80/u],
  ['no choices', answers(json({ hello: 1 })), EndpointAnswerError, /choices/u],
  [
    'numbers that are none',
    answers(json({ choices: [{ logprobs: { content: [{ token: 'A', logprob: 3 }] } }] })),
    EndpointAnswerError,
    /has 3 where/u,
  ],
  [
    'another refusal',
    answers({ status: badRequest.status, json: badRequest.body }),
    Error,
    /to be an array/u,
  ],
  ['nobody there', () => new TypeError('fetch failed'), EndpointUnreachableError, /No answer/u],
] as const)('%s: says what is wrong', async (_, reply, kind, message) => {
  const error: unknown = await load(reply).report.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(kind);
  expect((error as Error).message).toMatch(message);
});
