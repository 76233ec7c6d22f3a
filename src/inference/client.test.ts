import { beforeEach, describe, expect, it, vi } from 'vitest';
import { letterForms } from '../traces/options';
import { ANSWER_TAG } from '../traces/rule';
import { createWorkerEngine } from './client';
import type { GenerateRequest } from './engine';
import type { Answer, PackedTrace, Request } from './protocol';

type Sent = Exclude<Request, { type: 'abort' | 'ping' }>;

/** A worker whose answers the test gives. */
class FakeWorker extends EventTarget {
  readonly sent: Request[] = [];
  terminated = false;

  postMessage(message: Request): void {
    this.sent.push(message);
    if (message.type === 'load')
      this.answer({
        id: message.id,
        type: 'done',
        value: {
          report: {
            backend: 'wasm',
            dtype: 'q8',
            selfTest: { maxDifference: 0, tolerance: 1 },
            refused: [],
          },
          texts: ['a', 'b'],
        },
      });
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(answer: Answer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }

  crash(): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'trap' }));
  }

  last(type: Sent['type']): Sent {
    return this.sent.filter((message): message is Sent => message.type === type).at(-1)!;
  }
}

const REQUEST: GenerateRequest = {
  cases: ['one', 'two'].map((id) => ({ id, prompt: 'q', options: letterForms(['A']) })),
  sampling: { mode: 'greedy', temperature: 1, seed: 1 },
  maxNewTokens: 4,
  batchSize: 2,
  rule: ANSWER_TAG,
};

function packed(caseId: string): PackedTrace {
  return {
    caseId,
    finish: 'stop',
    decision: { status: 'missing', reason: 'no-decision' },
    tokens: {
      count: 1,
      topCount: 1,
      ids: Int32Array.of(1),
      logprobs: Float64Array.of(-0.5),
      logsumexps: Float64Array.of(3),
      topIds: Int32Array.of(0),
      topLogprobs: Float64Array.of(-0.25),
    },
  };
}

const progress = { done: 1, total: 2, newTokens: 1, seconds: 1 };
let workers: FakeWorker[];

function createEngine() {
  return createWorkerEngine({
    modelsUrl: 'models',
    createWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  });
}

/** Lets everything that is already resolved run. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  workers = [];
  vi.stubGlobal('location', { href: 'https://host.example/app/' });
});

describe('the engine on the main thread', () => {
  it('starts no worker before it is needed, and resolves the models’ address', async () => {
    const engine = createEngine();
    expect(workers).toHaveLength(0);
    await engine.load('base', {});
    expect(workers).toHaveLength(1);
    expect(workers[0]!.sent[0]).toMatchObject({
      modelsUrl: 'https://host.example/app/models/',
      model: 'base',
    });
  });

  it('gives the traces in the order of the cases, whatever order they finish in', async () => {
    const engine = createEngine();
    await engine.load('base', {});
    const seen: string[] = [];
    const running = engine.generate(REQUEST, { onTrace: ({ caseId }) => seen.push(caseId) });
    await settle();
    const { id } = workers[0]!.last('generate');
    workers[0]!.answer({ id, type: 'batch', updates: [], traces: [packed('two')], progress });
    workers[0]!.answer({ id, type: 'batch', updates: [], traces: [packed('one')], progress });
    workers[0]!.answer({ id, type: 'done', value: null });
    const traces = await running;
    expect(seen).toEqual(['two', 'one']);
    expect(traces.map(({ caseId }) => caseId)).toEqual(['one', 'two']);
    expect(traces[0]).toMatchObject({
      id: 'base/q8/wasm/one/greedy',
      provenance: { model: 'base', dtype: 'q8', backend: 'wasm' },
      tokens: [{ id: 1, text: 'b', logprob: -0.5, logsumexp: 3, top: [{ id: 0, text: 'a' }] }],
    });
  });

  it('streams a row’s tokens so far', async () => {
    const engine = createEngine();
    await engine.load('base', {});
    const lengths: number[] = [];
    const running = engine.generate(REQUEST, {
      onTokens: ({ tokens }) => lengths.push(tokens.length),
    });
    await settle();
    const { id } = workers[0]!.last('generate');
    const update = { caseId: 'one', tokens: packed('one').tokens };
    for (let i = 0; i < 2; i++)
      workers[0]!.answer({ id, type: 'batch', updates: [update], traces: [], progress });
    workers[0]!.answer({ id, type: 'done', value: null });
    await running;
    expect(lengths).toEqual([1, 2]);
  });

  it('passes an abort on to the worker', async () => {
    const engine = createEngine();
    await engine.load('base', {});
    const controller = new AbortController();
    const running = engine.generate(REQUEST, {}, controller.signal);
    await settle();
    const { id } = workers[0]!.last('generate');
    controller.abort();
    expect(workers[0]!.sent.at(-1)).toEqual({ id: 0, type: 'abort', target: id });
    workers[0]!.answer({ id, type: 'done', value: null });
    expect(await running).toEqual([]);
  });

  it('names a failure of the worker', async () => {
    const engine = createEngine();
    await engine.load('base', {});
    const running = engine.score({ tokens: [], positions: [] });
    await settle();
    const { id } = workers[0]!.last('score');
    const error = { name: 'RequestError', message: 'too short' } as const;
    workers[0]!.answer({ id, type: 'failed', error });
    await expect(running).rejects.toMatchObject(error);
    expect(workers[0]!.terminated).toBe(false);
  });

  it.each(['event', 'trap'])(
    'after a crash (%s) starts again and drops stale answers',
    async (kind) => {
      const engine = createEngine();
      await engine.load('base', { dtype: 'q8' });
      const running = engine.generate(REQUEST, {});
      await settle();
      const [first] = workers;
      const { id } = first!.last('generate');
      const failed = expect(running).rejects.toMatchObject({ name: 'WorkerCrashedError' });
      if (kind === 'event') first!.crash();
      else
        first!.answer({
          id,
          type: 'failed',
          error: { name: 'WorkerCrashedError', message: 'memory access out of bounds' },
        });
      await failed;
      expect(first!.terminated).toBe(true);

      const again = engine.generate(REQUEST, {});
      await settle();
      expect(workers).toHaveLength(2);
      expect(workers[1]!.sent.map(({ type }) => type)).toEqual(['load', 'generate']);
      expect(workers[1]!.sent[0]).toMatchObject({ model: 'base', dtype: 'q8' });
      const next = workers[1]!.last('generate').id;
      // The dead worker still speaks, even under the new call's number.
      first!.answer({ id: next, type: 'batch', updates: [], traces: [packed('two')], progress });
      workers[1]!.answer({
        id: next,
        type: 'batch',
        updates: [],
        traces: [packed('one')],
        progress,
      });
      workers[1]!.answer({ id: next, type: 'done', value: null });
      expect((await again).map(({ caseId }) => caseId)).toEqual(['one']);
    },
  );

  it('hears by a lock that the browser ended its worker', async () => {
    const freed: (() => void)[] = [];
    const request = (_: string, then: () => void) => void freed.push(then);
    vi.stubGlobal('navigator', { locks: { request } });
    const engine = createEngine();
    await engine.load('base', {});
    workers[0]!.answer({ id: 0, type: 'alive', lock: 'engine/1' });
    const running = engine.generate(REQUEST, {});
    await settle();
    const failed = expect(running).rejects.toThrow(/the browser ended it/);
    freed[0]!();
    await failed;
    const again = engine.generate(REQUEST, {});
    await settle();
    // The lock of a worker that is gone says nothing of the next one.
    freed[0]!();
    workers[1]!.answer({ id: workers[1]!.last('generate').id, type: 'done', value: null });
    expect(await again).toEqual([]);
  });

  it('gives up a worker that nothing is heard of, but not one that answers between long steps', async () => {
    vi.useFakeTimers();
    try {
      const engine = createEngine();
      await engine.load('base', {});
      // It owes nothing: its silence says nothing.
      await vi.advanceTimersByTimeAsync(600_000);
      expect(workers[0]!.sent.map(({ type }) => type)).toEqual(['load']);
      const running = engine.generate(REQUEST, {});
      const failed = expect(running).rejects.toThrow(/nothing was heard of it for 60 seconds/);
      for (let step = 0; step < 5; step++) {
        await vi.advanceTimersByTimeAsync(59_000);
        workers[0]!.answer({ id: 0, type: 'pong' });
      }
      expect(workers[0]!.terminated).toBe(false);
      await vi.advanceTimersByTimeAsync(66_000);
      await failed;
      expect(workers[0]!.terminated).toBe(true);
      const again = engine.generate(REQUEST, {});
      await vi.advanceTimersByTimeAsync(0);
      workers[1]!.answer({ id: workers[1]!.last('generate').id, type: 'done', value: null });
      expect(await again).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['DeviceLostError', 'OutOfMemoryError'] as const)(
    'after %s the next request starts with a new worker',
    async (name) => {
      const engine = createEngine();
      await engine.load('base', {});
      const running = engine.generate(REQUEST, {});
      await settle();
      const { id } = workers[0]!.last('generate');
      const failed = expect(running).rejects.toMatchObject({ name });
      workers[0]!.answer({ id, type: 'failed', error: { name, message: 'gone' } });
      await failed;
      expect(workers[0]!.terminated).toBe(true);
      void engine.generate(REQUEST, {});
      await settle();
      expect(workers[1]!.sent.map(({ type }) => type)).toEqual(['load', 'generate']);
    },
  );

  it('needs a model, and ends when it is disposed of', async () => {
    const engine = createEngine();
    await expect(engine.generate(REQUEST, {})).rejects.toMatchObject({ name: 'RequestError' });
    await engine.load('base', {});
    await engine.dispose();
    expect(workers[0]!.terminated).toBe(true);
    await expect(engine.load('base', {})).rejects.toMatchObject({ name: 'RequestError' });
  });
});
