import { describe, expect, test } from 'vitest';
import { letterForms } from '../../traces/options';
import { ANSWER_TAG, type DecisionRule } from '../../traces/rule';
import type { FoundDecision } from '../../traces/decision';
import type { CaseInput, GenerateRequest } from '../engine';
import { LoadAbortedError, RequestError } from '../errors';
import { createEndpointEngine } from './engine';
import { EndpointServerError, EndpointUnsupportedError } from './errors';
import { decides, fakeServer, MODELS, obliging, type Asked, type Reply } from './fakeServer';
import chat from './fixtures/llama-cpp-chat.json';
import completions from './fixtures/llama-cpp-completions.json';
import half from './fixtures/llama-cpp-half-characters.json';
import tooLong from './fixtures/llama-cpp-too-long.json';
import type { EndpointOptions } from './settings';

const RULE: DecisionRule = { name: 'Answer:', after: '', pattern: 'Answer:' };
const cases = (n: number): CaseInput[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `c${i}`,
    prompt: `p${i}`,
    options: letterForms(['A', 'B']),
  }));
const request = (n: number | readonly CaseInput[], rule = RULE): GenerateRequest => ({
  cases: typeof n === 'number' ? cases(n) : n,
  sampling: { mode: 'sample', temperature: 0.7, seed: 3 },
  maxNewTokens: 50,
  batchSize: 1,
  rule,
});

async function loaded(
  reply: (asked: Asked, count: number) => Reply | Promise<Reply>,
  options: Partial<EndpointOptions> = {},
) {
  const server = fakeServer((asked, count) =>
    asked.path === '/models' ? MODELS : reply(asked, count),
  );
  const engine = createEndpointEngine({
    baseUrl: 'http://server/v1/',
    fetch: server.fetch,
    maxRetries: 0,
    temperature0: 1,
    ...options,
  });
  await engine.load('m', {});
  return { engine, server };
}

const found = (decision: unknown) => decision as FoundDecision;

describe('what a real llama.cpp answered', () => {
  const four = [{ id: 'c', prompt: 'p', options: letterForms(['A', 'B', 'C', 'D']) }];

  test('becomes a trace with its decision and its bounds', async () => {
    const { engine } = await loaded(() => ({ json: chat.body }));
    const [trace] = await engine.generate(request(four, ANSWER_TAG), {});
    const text = trace!.tokens.map((token) => token.text).join('');
    expect(text).toBe(chat.body.choices[0]!.message.content);
    expect(text.endsWith('</think>\nAnswer: C')).toBe(true);
    const { chosen, logits, bounds, tokenIndex, optionMass } = found(trace!.decision);
    expect(chosen).toBe(2);
    expect(trace!.tokens[tokenIndex]!.text).toBe(' C');
    const step = chat.body.choices[0]!.logprobs.content[tokenIndex]!.top_logprobs;
    const logprob = (name: string) =>
      step.find(({ token }) => token === name)?.logprob ?? -Infinity;
    expect(logits).toEqual([' A', ' B', ' C', ' D'].map(logprob));
    // The forms without the space are not logged: at most as likely as the least logged token.
    const least = Math.min(...step.map((item) => item.logprob));
    expect(bounds![0]).toBeCloseTo(Math.log(Math.exp(logits[0]!) + Math.exp(least)), 10);
    expect(optionMass).toBeCloseTo(
      logits.reduce((sum, z) => sum + Math.exp(z), 0),
      12,
    );
    expect(trace!.tokens[tokenIndex]!.id).toBe(273);
  });

  test('goes on from a prefix through completions, with the template around the prompt', async () => {
    const { engine, server } = await loaded(() => ({ json: completions.body }), {
      api: 'completions',
      promptTemplate: '<user>{prompt}<assistant>',
    });
    const prefix = '<think>\nno.\n</think>\nAnswer:';
    const [trace] = await engine.generate(request([{ ...four[0]!, prefix }], ANSWER_TAG), {});
    expect(server.asked.at(-1)).toMatchObject({
      path: '/completions',
      body: { prompt: `<user>p<assistant>${prefix}`, logprobs: 20 },
    });
    expect(trace!.tokens[0]).toMatchObject({ text: prefix, logprob: NaN });
    expect(found(trace!.decision)).toMatchObject({ status: 'found', tokenIndex: 1, chosen: 1 });
  });

  test('keeps characters of several tokens whole', async () => {
    const { engine } = await loaded(() => ({ json: half.body }));
    const [trace] = await engine.generate(request(four), {});
    expect(trace!.tokens.map(({ text }) => text).join('')).toBe('é😀 A');
  });

  test('refuses a prompt beyond the context in its own words', async () => {
    const { engine } = await loaded((_, count) =>
      count === 2 ? decides('A') : { status: tooLong.status, json: tooLong.body },
    );
    await expect(engine.generate(request(1), {})).rejects.toThrow(/exceeds the available context/u);
  });
});

describe('a run of cases', () => {
  test('has traces in the order of the cases, however answers come, with ids of their own', async () => {
    const { engine, server } = await loaded(async ({ body }) => {
      const prompt = JSON.stringify(body.messages ?? '');
      await new Promise((resolve) => setTimeout(resolve, prompt.includes('p0') ? 30 : 1));
      return decides(prompt.includes('p1') ? 'B' : 'A');
    });
    const seen: string[] = [];
    const done: number[] = [];
    const traces = await engine.generate(request(6), {
      onTrace: ({ caseId }) => seen.push(caseId),
      onProgress: (progress) => done.push(progress.done),
    });
    expect(traces.map(({ caseId }) => caseId)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']);
    expect(seen.at(-1)).not.toBe('c5');
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    expect(traces.map(({ decision }) => found(decision).chosen)).toEqual([0, 1, 0, 0, 0, 0]);
    expect(traces[1]!.id).toBe('m/as served/endpoint chat server/c1/T0.7-s3');
    const seeds = server.asked.slice(2).map(({ body }) => body.seed);
    expect(new Set(seeds).size).toBe(6);
    expect(server.most()).toBeLessThanOrEqual(4);
  });

  test('never has more requests under way than allowed', async () => {
    const wait = async () => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return decides('A');
    };
    const { engine, server } = await loaded(wait, { concurrency: 3 });
    await Promise.all([engine.generate(request(10), {}), engine.generate(request(10), {})]);
    expect(server.most()).toBe(3);
  });

  test('that is aborted keeps what has come', async () => {
    const stop = new AbortController();
    const { engine } = await loaded(
      (_, count) => (count <= 5 ? decides('A') : new Promise<Reply>(() => undefined)),
      { concurrency: 1 },
    );
    const traces = await engine.generate(
      request(9),
      { onProgress: ({ done }) => done === 3 && setTimeout(() => stop.abort(), 5) },
      stop.signal,
    );
    expect(traces.map(({ caseId }) => caseId)).toEqual(['c0', 'c1', 'c2']);
  });

  test('ends with the first failure and stops the rest', async () => {
    const { engine, server } = await loaded(
      (_, count) =>
        count === 2
          ? decides('A')
          : count === 4
            ? { status: 500, text: 'boom' }
            : new Promise<Reply>(() => undefined),
      { concurrency: 3 },
    );
    await expect(engine.generate(request(9), {})).rejects.toBeInstanceOf(EndpointServerError);
    expect(server.asked.at(-1)!.signal.aborted).toBe(true);
    expect(server.asked.length).toBeLessThan(7);
  });
});

test('the temperature of processed log-probabilities is undone', async () => {
  const plain = await loaded(obliging);
  const undone = await loaded(obliging, { temperature0: 0.5 });
  const logits = async ({ engine }: typeof plain) =>
    found((await engine.generate(request(1), {}))[0]!.decision).logits;
  const [a, b] = await logits(plain);
  const [c, d] = await logits(undone);
  // One form of A is outside of what B has: compare the options by their likeliest form.
  expect(Math.log(0.65) - Math.log(0.3)).toBeCloseTo(a! - b!, 12);
  expect(c! - d!).toBeCloseTo(Math.log((0.6 ** 0.5 + 0.05 ** 0.5) / 0.3 ** 0.5), 12);
});

describe('refused are', () => {
  test('scores, prefixes in a chat, and prefixes of token ids', async () => {
    const { engine } = await loaded(obliging);
    await expect(engine.score({ tokens: [1], positions: [0] })).rejects.toBeInstanceOf(
      EndpointUnsupportedError,
    );
    const prefixed = (prefix: string | number[]) =>
      engine.generate(request([{ ...cases(1)[0]!, prefix }]), {});
    await expect(prefixed('<think>')).rejects.toThrow(/Choose the completions API/u);
    await expect(prefixed([1, 2])).rejects.toThrow(/takes text only/u);
  });

  test('a run without a model, equal ids, and a load that was stopped', async () => {
    const server = fakeServer(obliging);
    const engine = createEndpointEngine({ baseUrl: 'http://server', fetch: server.fetch });
    await expect(engine.generate(request(1), {})).rejects.toThrow(/No model is loaded/u);
    await expect(engine.load('m', { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(
      LoadAbortedError,
    );
    await engine.load('m', {});
    await expect(engine.generate(request([...cases(1), ...cases(1)]), {})).rejects.toThrow(
      /same id/u,
    );
    await engine.dispose();
    await expect(engine.generate(request(1), {})).rejects.toThrow(/disposed/u);
  });

  test.each([
    ['nonsense', /no address/u],
    ['ftp://server', /http/u],
    ['http://me:secret@server', /neither a name/u],
    ['http://server/v1?key=secret', /neither a name/u],
  ])('the base URL %s', (baseUrl, message) => {
    expect(() => createEndpointEngine({ baseUrl })).toThrow(message);
    expect(() => createEndpointEngine({ baseUrl })).toThrow(RequestError);
  });
});
