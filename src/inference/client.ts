import type { Token, Trace } from '../traces/trace';
import type { Engine, GenerateEvents, GenerateRequest, LoadReport } from './engine';
import {
  LoadAbortedError,
  RequestError,
  WorkerCrashedError,
  endsWorker,
  unpackError,
} from './errors';
import type { Answer, LoadedAnswer, Request } from './protocol';
import { createHeartbeat } from './heartbeat';
import { unpackTokens, unpackTrace } from './unpack';

export type WorkerEngineOptions = {
  /** URL of the folder with manifest.json; relative ones are taken from the page's address. */
  readonly modelsUrl: string;
  /** Makes the worker; for tests. */
  readonly createWorker?: () => Worker;
  /** Seconds without a sign of life after which a worker that owes an answer is given up. Default 60. */
  readonly patience?: number;
};

type Call = {
  readonly resolve: (value: LoadedAnswer | readonly Float32Array[] | null) => void;
  readonly reject: (error: Error) => void;
  readonly onAnswer: (answer: Answer) => void;
};

type LoadCall = Parameters<Engine['load']>;

/** Steps of a model of the page take milliseconds. */
const PATIENCE = 60;
const PING_SECONDS = 5;

/** What is loaded, and how to load it again in a new worker. */
type Current = {
  readonly call: LoadCall;
  readonly report: LoadReport;
  readonly texts: readonly string[];
};

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
}

/**
 * An engine that runs in a worker of its own, started with the first call. When the worker crashes, is
 * ended or falls silent, what was under way rejects with WorkerCrashedError; after a lost GPU or too little memory it is ended too. The
 * next call starts a new worker and loads the model again.
 */
export function createWorkerEngine(options: WorkerEngineOptions): Engine {
  const modelsUrl = new URL(options.modelsUrl.replace(/\/*$/u, '/'), globalThis.location.href).href;
  const calls = new Map<number, Call>();
  let worker: Worker | null = null;
  let current: Current | null = null;
  let nextId = 1;
  let disposed = false;

  const { patience = PATIENCE } = options;
  const heartbeat = createHeartbeat(
    () => worker?.postMessage({ id: 0, type: 'ping' } satisfies Request),
    () => crash(`nothing was heard of it for ${patience} seconds`),
    Math.ceil(patience / PING_SECONDS),
    PING_SECONDS * 1000,
  );

  const crash = (reason: string): void => {
    heartbeat.stop();
    worker?.terminate();
    worker = null;
    const error = new WorkerCrashedError(
      `The engine's worker stopped (${reason}). It starts again with the next request.`,
    );
    for (const call of calls.values()) call.reject(error);
    calls.clear();
  };

  const receive = (answer: Answer): void => {
    const call = calls.get(answer.id);
    // An answer to a call that was given up is stale.
    if (call === undefined) return;
    if (answer.type === 'done') {
      calls.delete(answer.id);
      call.resolve(answer.value);
    } else if (answer.type === 'failed') {
      calls.delete(answer.id);
      const error = unpackError(answer.error);
      call.reject(error);
      if (endsWorker(error)) crash(error.message);
    } else call.onAnswer(answer);
  };

  const ensureWorker = (): Worker => {
    if (disposed) throw new RequestError('The engine was disposed of. Create a new one.');
    if (worker !== null) return worker;
    const started = (options.createWorker ?? startWorker)();
    const whenAlive = (action: () => void) => (): void => {
      if (worker === started) action();
    };
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (worker !== started) return;
      heartbeat.heard();
      if (data.type !== 'alive') receive(data);
      else
        void navigator.locks.request(
          data.lock,
          whenAlive(() => crash('the browser ended it')),
        );
    });
    started.addEventListener('error', (event) => {
      event.preventDefault();
      whenAlive(() => crash(event.message || 'its code could not be loaded'))();
    });
    started.addEventListener(
      'messageerror',
      whenAlive(() => crash('a message could not be read')),
    );
    worker = started;
    return started;
  };

  const call = async (
    message: Unnumbered<Request>,
    signal: AbortSignal | undefined,
    onAnswer: (answer: Answer) => void = () => undefined,
  ): Promise<LoadedAnswer | readonly Float32Array[] | null> => {
    const target = ensureWorker();
    const id = nextId++;
    const abort = (): void =>
      target.postMessage({ id: 0, type: 'abort', target: id } satisfies Request);
    try {
      return await new Promise((resolve, reject) => {
        calls.set(id, { resolve, reject, onAnswer });
        target.postMessage({ ...message, id });
        heartbeat.start();
        signal?.addEventListener('abort', abort);
        if (signal?.aborted) abort();
      });
    } finally {
      signal?.removeEventListener('abort', abort);
      if (calls.size === 0) heartbeat.stop();
    }
  };

  const load = async (...[model, loadOptions]: LoadCall): Promise<LoadReport> => {
    if (loadOptions.signal?.aborted) throw new LoadAbortedError('Loading was stopped.');
    current = null;
    const value = await call(
      {
        type: 'load',
        modelsUrl,
        model,
        dtype: loadOptions.dtype,
        backend: loadOptions.backend,
      },
      loadOptions.signal,
      (answer) => {
        if (answer.type === 'loading') loadOptions.onProgress?.(answer.progress);
      },
    );
    const { report, texts } = value as LoadedAnswer;
    const { dtype, backend } = loadOptions;
    const again = { ...(dtype && { dtype }), ...(backend && { backend }) };
    current = { call: [model, again], report, texts };
    return report;
  };

  /** The loaded model; loads it again when its worker has crashed. */
  const ready = async (): Promise<Current> => {
    if (current === null) throw new RequestError('No model is loaded. Load one first.');
    if (worker !== null) return current;
    const crashed = current;
    try {
      await load(...crashed.call);
    } finally {
      current ??= crashed;
    }
    return current;
  };

  const generate = async (
    request: GenerateRequest,
    events: GenerateEvents,
    signal?: AbortSignal,
  ): Promise<readonly Trace[]> => {
    const { call: loaded, report, texts } = await ready();
    const traces = new Map<string, Trace>();
    const streamed = new Map<string, Token[]>();
    await call(
      { type: 'generate', request, stream: events.onTokens !== undefined },
      signal,
      (answer) => {
        if (answer.type !== 'batch') return;
        for (const { caseId, tokens } of answer.updates) {
          const soFar = [...(streamed.get(caseId) ?? []), ...unpackTokens(tokens, texts)];
          streamed.set(caseId, soFar);
          events.onTokens?.({ caseId, tokens: soFar });
        }
        for (const packed of answer.traces) {
          const trace = unpackTrace(
            packed,
            texts,
            request.sampling,
            report.model ?? loaded[0],
            report,
          );
          streamed.delete(packed.caseId);
          traces.set(packed.caseId, trace);
          events.onTrace?.(trace);
        }
        events.onProgress?.(answer.progress);
      },
    );
    return request.cases.flatMap(({ id }) => traces.get(id) ?? []);
  };

  return {
    load,
    generate,
    async score(request) {
      await ready();
      return (await call({ type: 'score', request }, undefined)) as readonly Float32Array[];
    },
    vocabulary: () => current?.texts ?? [],
    dispose() {
      crash('it was disposed of');
      disposed = true;
      current = null;
      return Promise.resolve();
    },
  };
}
