import type { GenerateRequest, LoadProgress, LoadReport, ScoreRequest } from './engine';
import { packError, RequestError } from './errors';
import type { GenerateBatch } from './generate';
import type { PackedTokens } from './rowRecord';
import type { Answer, LoadedAnswer, Request } from './protocol';

/** A model in a worker. */
export type HostedModel = {
  readonly report: LoadReport;
  /** Decoded text of each token alone, by id. */
  readonly texts: readonly string[];
  /** As `generate` of generate.ts. */
  readonly generate: (
    request: GenerateRequest,
    stream: boolean,
    send: (batch: GenerateBatch) => void,
    interrupted: () => Promise<boolean>,
  ) => Promise<void>;
  readonly score: (request: ScoreRequest) => Promise<readonly Float32Array[]>;
  readonly dispose: () => Promise<void>;
};

export type HostedLoad = Omit<Request & { readonly type: 'load' }, 'id' | 'type'> & {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
};

/** What of a worker's globals is used; the DOM library types a window's. */
type Port = {
  postMessage(message: Answer, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
};

const port = globalThis as unknown as Port;

/** How long an abort may wait. A turn costs up to a millisecond on a busy machine. */
const TURN_MS = 50;
const turns = new MessageChannel();
let lastTurn = 0;

/** Lets waiting messages in now and then: the runtime's promises alone never yield to the event loop. */
async function turn(): Promise<void> {
  if (performance.now() - lastTurn < TURN_MS) return;
  await new Promise<void>((resolve) => {
    turns.port1.onmessage = () => resolve();
    turns.port2.postMessage(null);
  });
  lastTurn = performance.now();
}

function buffersOf(tokens: PackedTokens): Transferable[] {
  const { ids, logprobs, logsumexps, topIds, topLogprobs } = tokens;
  return [ids, logprobs, logsumexps, topIds, topLogprobs].map((array) => array.buffer);
}

/** Answers the page's calls with the models that `load` makes. Called once, by the worker's own script. */
export function hostEngine(load: (options: HostedLoad) => Promise<HostedModel>): void {
  const calls = new Map<number, AbortController>();
  let loaded: HostedModel | null = null;
  let queue: Promise<void> = Promise.resolve();

  const requireModel = (): HostedModel => {
    if (loaded !== null) return loaded;
    throw new RequestError('No model is loaded. Load one first.');
  };

  const serve = async (
    request: Exclude<Request, { type: 'abort' | 'ping' }>,
    signal: AbortSignal,
  ): Promise<LoadedAnswer | readonly Float32Array[] | null> => {
    const { id } = request;
    if (request.type === 'load') {
      await loaded?.dispose();
      loaded = null;
      const onProgress = (progress: LoadProgress): void =>
        port.postMessage({ id, type: 'loading', progress });
      loaded = await load({ ...request, signal, onProgress });
      return { report: loaded.report, texts: loaded.texts };
    }
    if (request.type === 'score') return requireModel().score(request.request);
    await requireModel().generate(
      request.request,
      request.stream,
      (batch) => {
        const tokens = [...batch.updates, ...batch.traces].flatMap((item) =>
          buffersOf(item.tokens),
        );
        port.postMessage({ id, type: 'batch', ...batch }, tokens);
      },
      async () => {
        await turn();
        return signal.aborted;
      },
    );
    return null;
  };

  /** A worker that the browser ends sends no word of it; the lock that it held becomes free. */
  if ('locks' in navigator) {
    const lock = `calibration-explorer/engine/${crypto.randomUUID()}`;
    void navigator.locks.request(lock, () => {
      port.postMessage({ id: 0, type: 'alive', lock });
      return new Promise<never>(() => undefined);
    });
  }

  port.addEventListener('message', ({ data: request }) => {
    if (request.type === 'abort') {
      calls.get(request.target)?.abort();
      return;
    }
    if (request.type === 'ping') {
      port.postMessage({ id: 0, type: 'pong' });
      return;
    }
    const { id } = request;
    const controller = new AbortController();
    calls.set(id, controller);
    // One call at a time: the runtime runs one pass at a time anyway, and a load replaces the model.
    queue = queue.then(async () => {
      try {
        port.postMessage({ id, type: 'done', value: await serve(request, controller.signal) });
      } catch (error) {
        port.postMessage({ id, type: 'failed', error: packError(error) });
      } finally {
        calls.delete(id);
      }
    });
  });
}
