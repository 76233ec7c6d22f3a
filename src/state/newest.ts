/** The part of `Worker` that is used, so that a test can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>;

/** Asks a worker; the promise of an outdated request never settles. */
export type Ask<Request, Answer> = (request: Request) => Promise<Answer>;

/**
 * Work in a worker that answers every message with one: one request in flight, the newest waiting one next, those between
 * dropped. A worker that fails is replaced for the next request; its promise rejects, naming `what`.
 */
export function createNewest<Request, Answer>(
  spawn: () => WorkerLike,
  what: string,
): Ask<Request, Answer> {
  type Job = {
    request: Request;
    resolve: (value: Answer) => void;
    reject: (reason: Error) => void;
  };
  let worker: WorkerLike | null = null;
  let running: Job | null = null;
  let waiting: Job | null = null;

  const next = () => {
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
      worker?.terminate();
      worker = null;
      next();
      failed?.reject(new Error(`${what} failed: ${event.message}`));
    };
    worker.postMessage(running.request);
  };

  return (request) =>
    new Promise((resolve, reject) => {
      waiting = { request, resolve, reject };
      if (running === null) next();
    });
}
