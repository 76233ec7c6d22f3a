import type { Dtype } from '../../src/inference/engine';

/** A benchmark's case: what both sides get. */
export type BenchCase = {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly string[];
};

export type MeasureRequest = {
  /** Folder of the checkpoint below /models/. */
  readonly model: string;
  readonly cases: readonly BenchCase[];
  readonly dtype: Dtype;
  readonly batchSize: number;
  readonly maxNewTokens: number;
};

/** Tokens chosen by the model (each row's end of turn counts, padding does not) and the time they took. */
export type Measured = {
  readonly tokens: number;
  readonly seconds: number;
  readonly texts: readonly string[];
};
