import type { Backend } from './engine';

/** What this machine can run, with a sentence for everything it cannot. */
export type Capability = {
  readonly backends: Readonly<Record<Backend, BackendCapability>>;
  /** Worker threads in WebAssembly need it; static hosts do not send its headers. */
  readonly crossOriginIsolated: boolean;
  readonly cores: number;
  /** Memory of the device in GiB as the browser rounds it; null where it does not tell. */
  readonly memoryGiB: number | null;
};

export type BackendCapability =
  | { readonly available: true; readonly detail: string; readonly software: boolean }
  | { readonly available: false; readonly reason: string };

/** The part of a worker's or window's globals that is probed. */
export type Surroundings = {
  readonly navigator: {
    readonly gpu?: Pick<GPU, 'requestAdapter'>;
    readonly hardwareConcurrency?: number;
    readonly deviceMemory?: number;
  };
  readonly isSecureContext: boolean;
  readonly crossOriginIsolated: boolean;
  readonly WebAssembly?: Pick<typeof WebAssembly, 'validate'>;
};

/** A module that uses one SIMD instruction. */
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
]);

function probeWasm(here: Surroundings): BackendCapability {
  if (here.WebAssembly === undefined)
    return { available: false, reason: 'This browser has no WebAssembly, or a policy forbids it.' };
  if (!here.WebAssembly.validate(SIMD_MODULE))
    return {
      available: false,
      reason: "This browser's WebAssembly has no SIMD. Update the browser.",
    };
  return { available: true, detail: 'WebAssembly with SIMD, one thread', software: false };
}

async function probeWebGpu(here: Surroundings): Promise<BackendCapability> {
  if (here.navigator.gpu === undefined)
    return {
      available: false,
      reason: here.isSecureContext
        ? 'This browser has no WebGPU.'
        : 'WebGPU needs a secure page (https or localhost).',
    };
  try {
    const adapter = await here.navigator.gpu.requestAdapter({
      powerPreference: 'high-performance',
    });
    if (adapter === null)
      return { available: false, reason: 'WebGPU found no graphics adapter it may use.' };
    const { vendor, architecture, isFallbackAdapter } = adapter.info;
    const software = isFallbackAdapter || /swiftshader|llvmpipe|warp/iu.test(architecture);
    return {
      available: true,
      detail: [vendor, architecture].filter((part) => part !== '').join(' ') || 'unnamed adapter',
      software,
    };
  } catch (error) {
    return {
      available: false,
      reason: `WebGPU failed when asked for an adapter: ${String(error)}.`,
    };
  }
}

/** Probes the machine. Never throws: what is missing is a reason. */
export async function probeCapability(here: Surroundings = globalThis): Promise<Capability> {
  return {
    backends: { webgpu: await probeWebGpu(here), wasm: probeWasm(here) },
    crossOriginIsolated: here.crossOriginIsolated,
    cores: here.navigator.hardwareConcurrency ?? 1,
    memoryGiB: here.navigator.deviceMemory ?? null,
  };
}

/**
 * The backends to try, best first, and a sentence for each that is not tried. A backend that was asked
 * for is the only one tried before WASM. A software WebGPU adapter is only used when asked for: it is
 * many times slower than WebAssembly.
 */
export function planBackends(
  capability: Capability,
  asked?: Backend,
): {
  readonly order: readonly Backend[];
  readonly refused: readonly { backend: Backend; reason: string }[];
} {
  const order: Backend[] = [];
  const refused: { backend: Backend; reason: string }[] = [];
  for (const backend of ['webgpu', 'wasm'] as const) {
    const found = capability.backends[backend];
    if (backend === 'webgpu' && asked === 'wasm') continue;
    if (!found.available) refused.push({ backend, reason: found.reason });
    else if (found.software && asked !== backend)
      refused.push({
        backend,
        reason: `WebGPU has only a software adapter (${found.detail}), slower than WebAssembly.`,
      });
    else order.push(backend);
  }
  return { order, refused };
}
