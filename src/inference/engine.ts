import type { Sampling, Trace } from '../traces/trace';
import type { DecisionRule } from '../traces/rule';
import type { OptionForms } from '../traces/options';

export type Backend = 'webgpu' | 'wasm';
export type Dtype = 'fp32' | 'q8' | 'q4';
/** Weights of models on the Hub, as transformers.js names them. */
export type HubDtype = Dtype | 'fp16' | 'q4f16';

/** What to decide: the prompt as plain text (the engine applies the chat template) and its options. */
export type CaseInput = {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly OptionForms[];
  /**
   * What the assistant's turn starts with, before the model goes on: a text, or the very tokens of another trace. Its
   * tokens are recorded like generated ones. Default none.
   */
  readonly prefix?: string | readonly number[];
};

export type GenerateRequest = {
  readonly cases: readonly CaseInput[];
  readonly sampling: Sampling;
  /** Limit on new tokens a trace. */
  readonly maxNewTokens: number;
  /** Rows decoded together; a finished row's place is taken by the next case. */
  readonly batchSize: number;
  readonly rule: DecisionRule;
};

export type LoadProgress = {
  readonly stage: 'runtime' | 'download' | 'verify' | 'session' | 'self-test' | 'probe';
  readonly loadedBytes: number;
  readonly totalBytes: number;
};

/** A server's API and its host, for what an endpoint computed: `endpoint chat localhost:8000`. */
export type EndpointBackend = `endpoint ${string}`;

/** What the numeric self-test found on the backend that was taken, and why others were not. */
export type LoadReport = {
  readonly backend: Backend | EndpointBackend;
  readonly dtype: HubDtype | 'as served';
  /** What an endpoint serves, where the call left the choice to it; what a model of the Hub is called. */
  readonly model?: string;
  /**
   * Largest absolute difference to the manifest's golden logits, and what was tolerated; null for an
   * endpoint and for models of the Hub, whose numbers nobody can check here.
   */
  readonly selfTest: { readonly maxDifference: number; readonly tolerance: number } | null;
  /** What else is worth knowing, one sentence each: what an endpoint can and cannot do. */
  readonly notes?: readonly string[];
  /** One sentence for each backend that was tried or probed and refused. */
  readonly refused: readonly { readonly backend: Backend; readonly reason: string }[];
};

export type GenerateEvents = {
  /** Tokens of one row as they are decoded, a batch of rows at most once a step. */
  readonly onTokens?: (update: {
    readonly caseId: string;
    readonly tokens: Trace['tokens'];
  }) => void;
  /** A finished trace. */
  readonly onTrace?: (trace: Trace) => void;
  readonly onProgress?: (progress: {
    readonly done: number;
    readonly total: number;
    readonly newTokens: number;
    readonly seconds: number;
  }) => void;
};

/** Logits over the full vocabulary at the asked positions of a teacher-forced token sequence. */
export type ScoreRequest = {
  readonly tokens: readonly number[];
  readonly positions: readonly number[];
};

/**
 * Anything that turns cases into traces. Aborting resolves with the traces so far (finish `aborted`
 * for those under way); every failure rejects with an `EngineError`.
 */
export interface Engine {
  load(
    model: string,
    options: {
      readonly dtype?: Dtype;
      readonly backend?: Backend;
      readonly signal?: AbortSignal;
      readonly onProgress?: (progress: LoadProgress) => void;
    },
  ): Promise<LoadReport>;
  generate(
    request: GenerateRequest,
    events: GenerateEvents,
    signal?: AbortSignal,
  ): Promise<readonly Trace[]>;
  score(request: ScoreRequest): Promise<readonly Float32Array[]>;
  /** Decoded text of each token of the loaded model, by id; absent where the engine does not know them. */
  vocabulary?(): readonly string[];
  dispose(): Promise<void>;
}
