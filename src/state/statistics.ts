import {
  eceInterval,
  eceNull,
  eceOfRows,
  type EceInterval,
  type EceNull,
} from '../calibration/ece';
import type { BinningOptions } from '../calibration/bins';
import { createNewest, type WorkerLike } from './newest';
import { pairedDifference, type Difference } from '../calibration/pairedDifference';

/** What resampling says of an ECE; computed off the main thread. */
export type EceStatistics = {
  readonly interval: EceInterval;
  readonly null: EceNull;
  /** Where the request has a `before`: its interval, and after − before over the same drawn rows. */
  readonly before?: { readonly interval: EceInterval; readonly change: Difference };
};

export type StatisticsRequest = {
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
  readonly binning: Required<BinningOptions>;
  /** Confidences of the same rows before a calibrator. */
  readonly before?: Float64Array;
};

/** Every resample bins all rows anew, twice: 500 up to 20 000 rows, fewer above. */
const changeResamples = (n: number) => Math.max(100, Math.min(500, Math.floor(1e7 / n)));

/** ECE of `after` less that of `before`, both on the same drawn rows. */
function eceChange(
  before: Float64Array,
  { confidence: after, correct, binning }: StatisticsRequest,
): Difference {
  const ece = (confidence: Float64Array) => (rows: Uint32Array) =>
    eceOfRows(
      Float64Array.from(rows, (row) => confidence[row]!),
      Uint8Array.from(rows, (row) => correct[row]!),
      binning,
    );
  const n = correct.length;
  return pairedDifference(n, ece(after), ece(before), { resamples: changeResamples(n) });
}

/** Computes the statistics of one request; the promise of an outdated request never settles. */
export type Statistics = (request: StatisticsRequest) => Promise<EceStatistics>;

/** Interval and null of the ECE, on the calling thread. Seed 0, 1000 resamples up to 200 000 rows. */
export function eceStatistics(request: StatisticsRequest): EceStatistics {
  const { confidence, correct, binning, before } = request;
  return {
    interval: eceInterval(confidence, correct, binning),
    null: eceNull(confidence, correct, binning),
    ...(before === undefined
      ? {}
      : {
          before: {
            interval: eceInterval(before, correct, binning),
            change: eceChange(before, request),
          },
        }),
  };
}

/**
 * Statistics in a worker: one request in flight, the newest waiting one next, those between dropped.
 * A worker that fails is replaced for the next request; its promise rejects.
 */
export function createStatistics(spawn: () => WorkerLike): Statistics {
  return createNewest<StatisticsRequest, EceStatistics>(spawn, 'The statistics worker');
}
