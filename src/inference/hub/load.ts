import {
  AutoConfig,
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  Tensor,
  type PreTrainedModel,
} from '@huggingface/transformers';
import asyncifyUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import { planBackends, probeCapability } from '../capability';
import type { Backend, LoadProgress } from '../engine';
import {
  DownloadError,
  EngineError,
  LoadAbortedError,
  SessionError,
  toEngineError,
} from '../errors';
import { generate } from '../generate';
import { score } from '../score';
import type { HostedLoad, HostedModel } from '../workerHost';
import { asksForThinking, createHubCodec } from './codec';
import { createHubModel } from './model';
import { hubName, readHubSpec, type HubSpec } from './spec';

/** Context of a model whose configuration does not say. */
const CONTEXT = 4096;

/** Points the library at the page's own runtime, at the host, and at a fetch that an abort ends. */
function configure(host: string, signal: AbortSignal): void {
  env.remoteHost = host;
  env.allowLocalModels = false;
  env.useBrowserCache = 'caches' in globalThis;
  // The page's policy allows no script from a blob, which the library would make of the runtime.
  env.useWasmCache = false;
  env.fetch = (input: string | URL, init?: RequestInit) =>
    fetch(input, { ...init, signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
  const { wasm } = env.backends.onnx;
  if (wasm === undefined) throw new EngineError('transformers.js came without its runtime.');
  wasm.wasmPaths = { wasm: asyncifyUrl };
  wasm.numThreads = 1;
}

/** Bytes of all files that have begun to arrive. */
function progressOf(report: (progress: LoadProgress) => void) {
  const files = new Map<string, { readonly loaded: number; readonly total: number }>();
  return (info: { status: string; file?: string; loaded?: number; total?: number }): void => {
    const { status, file, loaded = 0, total = 0 } = info;
    if (status !== 'progress' || file === undefined) return;
    files.set(file, { loaded, total: Math.max(loaded, total) });
    let [loadedBytes, totalBytes] = [0, 0];
    for (const one of files.values()) {
      loadedBytes += one.loaded;
      totalBytes += one.total;
    }
    report({ stage: 'download', loadedBytes, totalBytes });
  };
}

/** The named error of what the library threw, with what to do. */
function explained(error: unknown, spec: HubSpec, host: string): EngineError {
  const known = toEngineError(error);
  if (known.name !== 'EngineError') return known;
  const text = error instanceof Error ? error.message : String(error);
  const name = hubName(spec);
  if (/could not locate file|not found|404/iu.test(text))
    return new DownloadError(
      `${name} lacks a file that is needed (${text}). Check id and revision; the repository must hold ONNX weights in onnx/, those of ${spec.dtype} among them. Many are under onnx-community/.`,
    );
  if (/unauthorized|forbidden|40[13]/iu.test(text))
    return new DownloadError(
      `${host} refuses ${name} (${text}). It does not exist, is private, or wants its terms accepted: choose a public one.`,
    );
  if (/failed to fetch|network|load failed/iu.test(text))
    return new DownloadError(
      `${host} cannot be reached (${text}). Check the connection; the page has to be built to connect elsewhere (--mode connect).`,
    );
  if (/unsupported model type|unknown model|no such model/iu.test(text))
    return new SessionError(`transformers.js does not know the architecture of ${name} (${text}).`);
  return new SessionError(
    `The runtime cannot run ${name} in ${spec.dtype} (${text}). Try other weights or the other device.`,
  );
}

const numbers = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).filter((id): id is number => Number.isInteger(id));

/** Width of the logits, from one token: the configuration's vocabulary may be smaller. Refuses what is no number. */
async function widthOf(model: PreTrainedModel, token: number): Promise<number> {
  const one = () => new Tensor('int64', [BigInt(token)], [1, 1]);
  const { logits } = (await model.forward({
    input_ids: one(),
    attention_mask: new Tensor('int64', [1n], [1, 1]),
    past_key_values: null,
  })) as { readonly logits?: Tensor };
  if (logits === undefined)
    throw new SessionError('The model gives no logits: it is no causal language model.');
  const plain = logits.type === 'float32' ? logits : logits.to('float32');
  if (!(plain.data as Float32Array).every(Number.isFinite))
    throw new SessionError(
      'The model computes no numbers here (NaN or infinite logits). Try fp32 weights or the other device.',
    );
  return logits.dims.at(-1)!;
}

/**
 * Loads a model of the Hub: `modelsUrl` is the host, `model` a spec (see `writeHubSpec`). Rejects with the named
 * EngineError of what failed.
 */
export async function loadHubModel(options: HostedLoad): Promise<HostedModel> {
  const { modelsUrl: host, signal, onProgress } = options;
  const spec = readHubSpec(options.model);
  const { repo, revision, dtype } = spec;
  const throwIfAborted = (): void => {
    if (signal.aborted) throw new LoadAbortedError('Loading was stopped.');
  };
  configure(host, signal);
  const plan = planBackends(
    await probeCapability(),
    spec.device === 'auto' ? undefined : spec.device,
  );
  const backend: Backend = plan.order[0] ?? 'wasm';
  let model: PreTrainedModel | undefined;
  try {
    onProgress({ stage: 'runtime', loadedBytes: 0, totalBytes: 0 });
    const progress_callback = progressOf(onProgress);
    // First, because a repository that is not there is told by it.
    await AutoConfig.from_pretrained(repo, { revision });
    const tokenizer = await AutoTokenizer.from_pretrained(repo, { revision, progress_callback });
    throwIfAborted();
    model = await AutoModelForCausalLM.from_pretrained(repo, {
      ...{ revision, dtype, device: backend, progress_callback },
    });
    throwIfAborted();
    onProgress({ stage: 'session', loadedBytes: 0, totalBytes: 0 });
    const codec = createHubCodec(tokenizer, spec.thinking);
    const config = model.config as unknown as Readonly<Record<string, unknown>>;
    const ends = [
      ...numbers(config.eos_token_id),
      ...numbers((model.generation_config as { eos_token_id?: unknown } | null)?.eos_token_id),
    ];
    const vocabSize = await widthOf(model, ends[0] ?? 0);
    const context = Number(config.max_position_embeddings ?? config.n_positions ?? CONTEXT);
    const causal = createHubModel(model, vocabSize, context > 0 ? context : CONTEXT);
    const padTokenId = numbers(config.pad_token_id)[0] ?? 0;
    const thinks = asksForThinking(tokenizer);
    const loaded = {
      codec,
      model: causal,
      entry: { architecture: { eosTokenId: ends[0] ?? -1, padTokenId } },
      endTokenIds: new Set(ends),
    };
    const own = model;
    return {
      texts: codec.texts,
      report: {
        model: hubName(spec),
        backend,
        dtype,
        selfTest: null,
        refused: plan.refused,
        notes: [
          'Numbers of the Hub’s weights cannot be tested here: nobody published reference logits.',
          ...(tokenizer.chat_template == null
            ? ['The model has no chat template: prompts are given as they are.']
            : []),
          ...(thinks
            ? [spec.thinking ? 'It thinks before it answers.' : 'Thinking is switched off.']
            : []),
        ],
      },
      generate: (request, ...rest) => generate(loaded, { ...request, batchSize: 1 }, ...rest),
      score: (request) => score(causal, request, padTokenId),
      dispose: async () => {
        await own.dispose();
      },
    };
  } catch (error) {
    await model?.dispose();
    if (signal.aborted) throw new LoadAbortedError('Loading was stopped.');
    throw explained(error, spec, host);
  }
}
