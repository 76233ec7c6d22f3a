import type { Decision } from '../traces/decision';
import type { Trace } from '../traces/trace';
import type {
  Backend,
  Dtype,
  GenerateRequest,
  LoadProgress,
  LoadReport,
  ScoreRequest,
} from './engine';
import type { PackedError } from './errors';
import type { PackedTokens } from './rowRecord';

/** A finished trace as it crosses the boundary: numbers in typed arrays, token texts by id. */
export type PackedTrace = {
  readonly caseId: string;
  readonly tokens: PackedTokens;
  readonly finish: Trace['finish'];
  readonly decision: Decision;
};

/** New tokens of one row since the last message. */
export type PackedUpdate = { readonly caseId: string; readonly tokens: PackedTokens };

export type GenerateProgress = {
  readonly done: number;
  readonly total: number;
  readonly newTokens: number;
  readonly seconds: number;
};

/** To the worker. `id` names the call; every answer carries it. `abort` and `ping` are no calls: their id is 0. */
export type Request = { readonly id: number } & (
  | {
      readonly type: 'load';
      readonly modelsUrl: string;
      readonly model: string;
      readonly dtype: Dtype | undefined;
      readonly backend: Backend | undefined;
    }
  | { readonly type: 'generate'; readonly request: GenerateRequest; readonly stream: boolean }
  | { readonly type: 'score'; readonly request: ScoreRequest }
  | { readonly type: 'abort'; readonly target: number }
  | { readonly type: 'ping' }
);

export type LoadedAnswer = {
  readonly report: LoadReport;
  /** Decoded text of each token alone, by id. */
  readonly texts: readonly string[];
};

/**
 * From the worker. `done` and `failed` are the last answers of a call. `alive` comes once, with id 0: the worker holds the
 * named Web Lock until it ends, however it ends. `pong` (id 0) answers a ping, between two steps of what is under way.
 */
export type Answer = { readonly id: number } & (
  | { readonly type: 'alive'; readonly lock: string }
  | { readonly type: 'pong' }
  | { readonly type: 'loading'; readonly progress: LoadProgress }
  | {
      readonly type: 'batch';
      readonly updates: readonly PackedUpdate[];
      readonly traces: readonly PackedTrace[];
      readonly progress: GenerateProgress;
    }
  | { readonly type: 'done'; readonly value: LoadedAnswer | readonly Float32Array[] | null }
  | { readonly type: 'failed'; readonly error: PackedError }
);
