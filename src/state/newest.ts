/** The part of `Worker` that is used, so that a test can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>;

/** Asks a worker; the promise of an outdated request never settles. */
export type Ask<Request, Answer> = (request: Request) => Promise<Answer>;

/** Milliseconds that an outdated request may go on running before its worker is ended. */
const PATIENCE = 1000;

/**
 * Work in a worker that answers every message with one: one request in flight, the newest waiting one next, those between
 * dropped. What is outdated and still runs after `patience` milliseconds is ended with its worker. A worker that fails is
 * replaced for the next request; its promise rejects, naming `what`.
 */
export function createNewest<Request, Answer>(
  spawn: () => WorkerLike,
  what: string,
  patience = PATIENCE,
): Ask<Request, Answer> {
  type Job = {
    request: Request;
    resolve: (value: Answer) => void;
    reject: (reason: Error) => void;
  };
  let worker: WorkerLike | null = null;
  let running: Job | null = null;
  let waiting: Job | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const end = () => {
    if (worker !== null) {
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
    }
    worker = null;
  };
  const next = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    running = waiting;
    waiting = null;
    if (running === null) return;
    worker ??= spawn();
    worker.onmessage = (event: MessageEvent<Answer>) => {
      const done = running;
      const outdated = waiting !== null;
      next();
      if (!outdated) done?.resolve(event.data);
    };
    worker.onerror = (event) => {
      const failed = running;
      end();
      next();
      failed?.reject(new Error(`${what} failed: ${event.message}`));
    };
    worker.postMessage(running.request);
  };

  return (request) =>
    new Promise((resolve, reject) => {
      waiting = { request, resolve, reject };
      if (running === null) next();
      else
        timer ??= setTimeout(() => {
          end();
          next();
        }, patience);
    });
}
