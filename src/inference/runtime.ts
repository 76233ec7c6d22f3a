import type * as Ort from 'onnxruntime-web';
import asyncifyUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import plainUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { Backend } from './engine';
import { BackendUnavailableError } from './errors';

export type Runtime = typeof Ort;

/**
 * onnxruntime-web for a backend, self-hosted. WASM alone takes the plain build (3.7 MB compressed), WebGPU
 * the one with its provider (6.7 MB): a machine without a GPU never downloads the larger one.
 * One thread: static hosts send no cross-origin isolation headers, and without them there are no threads.
 * Throws BackendUnavailableError when the code cannot be fetched.
 */
export async function loadRuntime(backend: Backend): Promise<Runtime> {
  try {
    const runtime: Runtime =
      backend === 'webgpu'
        ? await import('onnxruntime-web/webgpu')
        : await import('onnxruntime-web/wasm');
    runtime.env.wasm.wasmPaths = { wasm: backend === 'webgpu' ? asyncifyUrl : plainUrl };
    runtime.env.wasm.numThreads = 1;
    runtime.env.logLevel = 'error';
    return runtime;
  } catch (error) {
    throw new BackendUnavailableError(
      `The ${backend} runtime could not be fetched (${String(error)}). Check the connection and load again.`,
    );
  }
}
