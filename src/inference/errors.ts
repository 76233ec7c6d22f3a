/**
 * A failure of the engine, one named class each. The message says what failed, where, and what to do.
 * Errors cross the worker boundary as name and message: see `packError` and `unpackError`.
 */
export class EngineError extends Error {
  override readonly name: string = 'EngineError';
}

/** The list of models is missing, is no JSON or breaks its schema. */
export class ManifestError extends EngineError {
  override readonly name = 'ManifestError';
}

/** A file could not be fetched. */
export class DownloadError extends EngineError {
  override readonly name = 'DownloadError';
}

/** A file's bytes are not the ones the manifest names. */
export class IntegrityError extends EngineError {
  override readonly name = 'IntegrityError';
}

/** The tokenizer's files are unusable, or a text or an option has no tokens. */
export class TokenizeError extends EngineError {
  override readonly name = 'TokenizeError';
}

/** A backend is not there on this machine, or could not start. */
export class BackendUnavailableError extends EngineError {
  override readonly name = 'BackendUnavailableError';
}

/** The runtime refused the model file. */
export class SessionError extends EngineError {
  override readonly name = 'SessionError';
}

/** No backend computed the manifest's golden logits within tolerance. */
export class SelfTestError extends EngineError {
  override readonly name = 'SelfTestError';
}

/** The GPU went away while it was in use. */
export class DeviceLostError extends EngineError {
  override readonly name = 'DeviceLostError';
}

/** The machine has not enough memory for the model or the batch. */
export class OutOfMemoryError extends EngineError {
  override readonly name = 'OutOfMemoryError';
}

/** The worker ended; the next call starts a new one and loads the model again. */
export class WorkerCrashedError extends EngineError {
  override readonly name = 'WorkerCrashedError';
}

/** The request cannot be served as it is: an empty batch, a prompt beyond the context, no model loaded. */
export class RequestError extends EngineError {
  override readonly name = 'RequestError';
}

/** Loading was aborted by its signal. (An aborted generation is no error: it resolves with its traces.) */
export class LoadAbortedError extends EngineError {
  override readonly name = 'LoadAbortedError';
}

const CLASSES = {
  EngineError,
  ManifestError,
  DownloadError,
  IntegrityError,
  TokenizeError,
  BackendUnavailableError,
  SessionError,
  SelfTestError,
  DeviceLostError,
  OutOfMemoryError,
  WorkerCrashedError,
  RequestError,
  LoadAbortedError,
};

export type EngineErrorName = keyof typeof CLASSES;

/** Errors after which a worker is of no use: its GPU, its memory or its state is gone. */
export function endsWorker(error: unknown): boolean {
  return (
    error instanceof WorkerCrashedError ||
    error instanceof DeviceLostError ||
    error instanceof OutOfMemoryError
  );
}

/** An error as it crosses the worker boundary. */
export type PackedError = { readonly name: EngineErrorName; readonly message: string };

/** Name and message of an engine error; anything else is sorted by what the runtime says. */
export function packError(error: unknown): PackedError {
  const known = toEngineError(error);
  return { name: known.name as EngineErrorName, message: known.message };
}

/** The named class again, on the other side. */
export function unpackError(packed: PackedError): EngineError {
  return new CLASSES[packed.name](packed.message);
}

/**
 * Sorts what a runtime throws into the named classes: memory, a lost device, a trap in WebAssembly
 * (after which the worker's state is undefined), else a plain `EngineError` with the original text.
 */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/bad_alloc|out of memory|allocation failed|buffer allocation|failed to allocate/iu.test(text))
    return new OutOfMemoryError(
      `Not enough memory to run the model (${text}). Use a smaller batch or close other tabs.`,
    );
  if (/device (?:is|was)? ?lost|device lost/iu.test(text))
    return new DeviceLostError(
      `The GPU was lost (${text}). The model is loaded again with the next request.`,
    );
  if (error instanceof WebAssembly.RuntimeError)
    return new WorkerCrashedError(
      `The runtime crashed (${text}). It restarts with the next request; try a smaller batch if it happens again.`,
    );
  return new EngineError(`The engine failed: ${text}`);
}
