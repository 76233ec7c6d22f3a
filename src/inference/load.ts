import { planBackends, probeCapability } from './capability';
import { fetchBytes, fetchVerified } from './download';
import type { Backend, Dtype, LoadProgress, LoadReport } from './engine';
import {
  BackendUnavailableError,
  LoadAbortedError,
  ManifestError,
  SelfTestError,
  toEngineError,
} from './errors';
import { findModel, parseManifest, type ModelEntry } from './manifest';
import { modelFiles } from './modelFiles';
import { loadRuntime } from './runtime';
import { selfTest } from './selfTest';
import { createSession, type SessionModel } from './session';
import { createCodec, type Codec } from './tokenizer';

export type LoadedModel = {
  readonly entry: ModelEntry;
  readonly codec: Codec;
  readonly model: SessionModel;
  readonly report: LoadReport;
};

export type LoadOptions = {
  /** URL of the folder with manifest.json, absolute, ending in a slash. */
  readonly modelsUrl: string;
  readonly model: string;
  readonly dtype?: Dtype | undefined;
  readonly backend?: Backend | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: LoadProgress) => void;
};

/**
 * The dtype that runs when none is asked for: the smallest download among those stored for it, 8-bit first.
 * Weights are unpacked to fp32 at load, so speed does not depend on it.
 */
export function defaultDtype(entry: ModelEntry): Dtype {
  const dtype = (['q8', 'fp32', 'q4'] as const).find((name) => entry.dtypes[name] !== undefined);
  if (dtype !== undefined) return dtype;
  throw new ManifestError(`Model ${entry.name} has no ONNX file in the manifest.`);
}

async function readManifest(options: LoadOptions): Promise<ModelEntry> {
  const bytes = await fetchBytes(`${options.modelsUrl}manifest.json`, {
    signal: options.signal,
    cache: 'no-cache',
  });
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new ManifestError(`${options.modelsUrl}manifest.json is no JSON. Is it published there?`);
  }
  return findModel(parseManifest(parsed), options.model);
}

/** Fetches the tokenizer's files and the ONNX file of a dtype, all checked. */
async function fetchFiles(
  entry: ModelEntry,
  dtype: Dtype,
  options: LoadOptions,
): Promise<{ codec: Codec; onnx: Uint8Array }> {
  const files = modelFiles(entry, dtype, options.modelsUrl);
  const totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const loaded = files.map(() => 0);
  const fetched = await Promise.all(
    files.map((file, i) =>
      fetchVerified(file, {
        signal: options.signal,
        onProgress: (bytes) => {
          loaded[i] = bytes;
          const loadedBytes = loaded.reduce((sum, count) => sum + count, 0);
          options.onProgress?.({ stage: 'download', loadedBytes, totalBytes });
        },
      }),
    ),
  );
  options.onProgress?.({ stage: 'verify', loadedBytes: totalBytes, totalBytes });
  const text = (path: string): string | undefined => {
    const at = files.findIndex((file) => file.path === path);
    return at < 0 ? undefined : new TextDecoder().decode(fetched[at]);
  };
  const json = (path: string): object => {
    const source = text(path);
    if (source !== undefined) return JSON.parse(source) as object;
    throw new ManifestError(`Model ${entry.name} lists no ${path} in the manifest.`);
  };
  const template = text('chat_template.jinja');
  const codec = createCodec({
    tokenizer: json('tokenizer.json'),
    config: json('tokenizer_config.json'),
    ...(template !== undefined && { template }),
  });
  return { codec, onnx: fetched.at(-1)! };
}

/**
 * Loads a model: manifest, files (checked), then the first backend that computes the manifest's golden logits
 * within tolerance. Why another backend was not taken stands in the report.
 * Throws the named EngineError of what failed; SelfTestError or the last backend's error when none passed.
 */
export async function loadModel(options: LoadOptions): Promise<LoadedModel> {
  const stage = (name: LoadProgress['stage']): void =>
    options.onProgress?.({ stage: name, loadedBytes: 0, totalBytes: 0 });
  const throwIfAborted = (): void => {
    if (options.signal?.aborted) throw new LoadAbortedError('Loading was stopped.');
  };
  const entry = await readManifest(options);
  const dtype = options.dtype ?? defaultDtype(entry);
  const { codec, onnx } = await fetchFiles(entry, dtype, options);
  const { tolerance } = entry.dtypes[dtype]!;
  const plan = planBackends(await probeCapability(), options.backend);
  const refused = [...plan.refused];
  let failure: Error | undefined;
  for (const backend of plan.order) {
    throwIfAborted();
    let model: SessionModel | undefined;
    try {
      stage('runtime');
      const runtime = await loadRuntime(backend);
      stage('session');
      model = await createSession(runtime, backend, onnx, entry.architecture);
      throwIfAborted();
      stage('self-test');
      const found = await selfTest(model, entry.golden, dtype, entry.architecture.padTokenId);
      if (!(found <= tolerance))
        throw new SelfTestError(
          `${backend} computes other numbers than the manifest for ${entry.name} in ${dtype}: ` +
            `a logit is off by ${found.toPrecision(3)}, tolerated is ${tolerance}. Its results would be wrong.`,
        );
      const report: LoadReport = {
        backend,
        dtype,
        selfTest: { maxDifference: found, tolerance },
        refused,
      };
      return { entry, codec, model, report };
    } catch (error) {
      await model?.dispose();
      if (error instanceof LoadAbortedError) throw error;
      failure = toEngineError(error);
      refused.push({ backend, reason: failure.message });
    }
  }
  throw (
    failure ??
    new BackendUnavailableError(
      `No backend can run the model: ${refused.map(({ reason }) => reason).join(' ')}`,
    )
  );
}
