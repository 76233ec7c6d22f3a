import { eceInterval, eceNull, type EceInterval, type EceNull } from '../calibration/ece';
import type { BinningOptions } from '../calibration/bins';

/** What resampling says of an ECE; computed off the main thread. */
export type EceStatistics = { readonly interval: EceInterval; readonly null: EceNull };

export type StatisticsRequest = {
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
  readonly binning: Required<BinningOptions>;
};

/** Answers one request off the main thread; the promise of an outdated request never settles. */
export type Latest<Request, Answer> = (request: Request) => Promise<Answer>;
export type Statistics = Latest<StatisticsRequest, EceStatistics>;

/** Interval and null of the ECE, on the calling thread. Seed 0, 1000 resamples up to 200 000 rows. */
export function eceStatistics({ confidence, correct, binning }: StatisticsRequest): EceStatistics {
  return {
    interval: eceInterval(confidence, correct, binning),
    null: eceNull(confidence, correct, binning),
  };
}

/** The part of `Worker` that is used, so that a test can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>;

/**
 * Statistics in a worker: one request in flight, the newest waiting one next, those between dropped.
 * A worker that fails is replaced for the next request; its promise rejects.
 */
export function createStatistics<Request = StatisticsRequest, Answer = EceStatistics>(
  spawn: () => WorkerLike,
): Latest<Request, Answer> {
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
      failed?.reject(new Error(`The statistics worker failed: ${event.message}`));
    };
    worker.postMessage(running.request);
  };

  return (request) =>
    new Promise((resolve, reject) => {
      waiting = { request, resolve, reject };
      if (running === null) next();
    });
}
