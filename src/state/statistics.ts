import { eceInterval, eceNull, type EceInterval, type EceNull } from '../calibration/ece';
import type { BinningOptions } from '../calibration/bins';
import { createNewest, type WorkerLike } from './newest';

/** What resampling says of an ECE; computed off the main thread. */
export type EceStatistics = { readonly interval: EceInterval; readonly null: EceNull };

export type StatisticsRequest = {
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
  readonly binning: Required<BinningOptions>;
};

/** Computes the statistics of one request; the promise of an outdated request never settles. */
export type Statistics = (request: StatisticsRequest) => Promise<EceStatistics>;

/** Interval and null of the ECE, on the calling thread. Seed 0, 1000 resamples up to 200 000 rows. */
export function eceStatistics({ confidence, correct, binning }: StatisticsRequest): EceStatistics {
  return {
    interval: eceInterval(confidence, correct, binning),
    null: eceNull(confidence, correct, binning),
  };
}

/**
 * Statistics in a worker: one request in flight, the newest waiting one next, those between dropped.
 * A worker that fails is replaced for the next request; its promise rejects.
 */
export function createStatistics(spawn: () => WorkerLike): Statistics {
  return createNewest<StatisticsRequest, EceStatistics>(spawn, 'The statistics worker');
}
