import type { InferenceSession, Tensor } from 'onnxruntime-web';
import type { Backend } from './engine';
import { DeviceLostError, SessionError, toEngineError } from './errors';
import { gatherOnCpu } from './kvCpu';
import { gatherOnGpu } from './kvGpu';
import type { Architecture } from './manifest';
import type { CausalModel, ForwardInput, ForwardOutput, RowSlice } from './model';
import type { Runtime } from './runtime';
import { TensorCache } from './tensorCache';

/** A model in the runtime. `dispose` frees it. */
export interface SessionModel extends CausalModel {
  readonly backend: Backend;
  dispose(): Promise<void>;
}

/** How long a failed pass waits to hear that its GPU was lost, in milliseconds: a busy GPU says so late. */
const LOST_MS = 5000;

function cacheNames(prefix: string, layers: number): string[] {
  return Array.from({ length: layers }, (_, layer) =>
    ['key', 'value'].map((part) => `${prefix}.${layer}.${part}`),
  ).flat();
}

/**
 * Creates a session for an ONNX file in the layout of transformers.js (left padding, KV cache of
 * [rows, kvHeads, columns, headDim] in fp32). On WebGPU the cache stays in GPU buffers.
 * Weights stored quantised behind DequantizeLinear are unpacked to fp32 once, here: on models this small
 * that is several times faster than unpacking them in every product, and exact.
 * Throws SessionError when the runtime refuses the file, OutOfMemoryError, BackendUnavailableError.
 */
export async function createSession(
  runtime: Runtime,
  backend: Backend,
  bytes: Uint8Array,
  architecture: Architecture,
): Promise<SessionModel> {
  const { layers, kvHeads, headDim, vocabSize, contextLength } = architecture;
  const shape = { heads: kvHeads, dim: headDim };
  const pastNames = cacheNames('past_key_values', layers);
  const presentNames = cacheNames('present', layers);
  const onGpu = backend === 'webgpu';

  let session: InferenceSession;
  try {
    session = await runtime.InferenceSession.create(bytes, {
      executionProviders: [backend],
      enableCpuMemArena: true,
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      extra: { session: { disable_quant_qdq: '1' } },
      ...(onGpu && {
        preferredOutputLocation: Object.fromEntries(
          presentNames.map((name) => [name, 'gpu-buffer' as const]),
        ),
      }),
    });
  } catch (error) {
    const known = toEngineError(error);
    if (known.name !== 'EngineError') throw known;
    throw new SessionError(
      `The ${backend} runtime cannot run the model file (${String(error)}). Export it again with the recipe.`,
    );
  }
  const missing = [...pastNames, 'input_ids', 'attention_mask', 'position_ids'].filter(
    (name) => !session.inputNames.includes(name),
  );
  if (missing.length > 0)
    throw new SessionError(
      `The model file has no input ${missing.join(', ')}. Export it with KV cache and position ids.`,
    );

  const device = onGpu ? await runtime.env.webgpu.device : null;
  // A pass on a lost GPU may wait for ever, or fail with words that do not say why.
  const lost: Promise<never> | null =
    device?.lost.then((info: GPUDeviceLostInfo) => {
      throw new DeviceLostError(
        `The GPU was lost (${info.message || info.reason}). The model is loaded again with the next request.`,
      );
    }) ?? null;
  lost?.catch(() => undefined);
  const run = (feeds: Record<string, Tensor>): ReturnType<InferenceSession['run']> =>
    lost === null ? session.run(feeds) : Promise.race([session.run(feeds), lost]);

  const tensor = (data: BigInt64Array, dims: readonly number[]): Tensor =>
    new runtime.Tensor('int64', data, dims);
  const emptyPast = (rows: number): Tensor[] =>
    pastNames.map(
      () => new runtime.Tensor('float32', new Float32Array(0), [rows, kvHeads, 0, headDim]),
    );

  return {
    backend,
    vocabSize,
    contextLength,

    async forward(input: ForwardInput): Promise<ForwardOutput> {
      const { rows, columns } = input;
      const past = input.past === null ? null : TensorCache.of(input.past);
      const width = (past?.columns ?? 0) + columns;
      const feeds: Record<string, Tensor> = {
        input_ids: tensor(input.ids, [rows, columns]),
        attention_mask: tensor(input.mask, [rows, width]),
        position_ids: tensor(input.positions, [rows, columns]),
      };
      const pastTensors = past?.tensors ?? emptyPast(rows);
      for (const [i, name] of pastNames.entries()) feeds[name] = pastTensors[i]!;
      try {
        const output = await run(feeds);
        const present = presentNames.map((name) => output[name]!);
        return {
          logits: output.logits!.data as Float32Array,
          cache: new TensorCache(rows, width, present),
        };
      } catch (error) {
        if (lost !== null)
          await Promise.race([lost, new Promise((resolve) => setTimeout(resolve, LOST_MS))]);
        throw toEngineError(error);
      } finally {
        past?.release();
      }
    },

    gather(rows: readonly RowSlice[], columns: number) {
      return device === null
        ? gatherOnCpu(
            shape,
            layers,
            rows,
            columns,
            (data, dims) => new runtime.Tensor('float32', data, dims),
          )
        : gatherOnGpu(device, shape, layers, rows, columns, (buffer, dims) =>
            runtime.Tensor.fromGpuBuffer(buffer, { dataType: 'float32', dims }),
          );
    },

    async dispose() {
      await session.release();
    },
  };
}
