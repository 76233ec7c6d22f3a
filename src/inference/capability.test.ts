import { describe, expect, it } from 'vitest';
import { planBackends, probeCapability, type Surroundings } from './capability';

const adapter = (architecture: string, isFallbackAdapter = false) =>
  ({ info: { vendor: 'acme', architecture, isFallbackAdapter } }) as unknown as GPUAdapter;

function here(gpu?: () => Promise<GPUAdapter | null>, more: Partial<Surroundings> = {}) {
  return {
    navigator: { ...(gpu && { gpu: { requestAdapter: gpu } }), hardwareConcurrency: 4 },
    isSecureContext: true,
    crossOriginIsolated: false,
    WebAssembly,
    ...more,
  } satisfies Surroundings;
}

const gpu = (found: GPUAdapter | null) => here(() => Promise.resolve(found));

describe('what a machine can run', () => {
  it('prefers a real GPU', async () => {
    const plan = planBackends(await probeCapability(gpu(adapter('ada'))));
    expect(plan).toEqual({ order: ['webgpu', 'wasm'], refused: [] });
  });

  it.each([
    ['no WebGPU', here(), /no WebGPU/u],
    ['no secure page', here(undefined, { isSecureContext: false }), /secure page/u],
    ['no adapter', gpu(null), /no graphics adapter/u],
    ['a failing probe', here(() => Promise.reject(new Error('blocked'))), /blocked/u],
    ['a software adapter', gpu(adapter('swiftshader')), /software adapter/u],
    ['a fallback adapter', gpu(adapter('', true)), /software adapter/u],
  ])('takes WASM with %s, and says why', async (_, surroundings, reason) => {
    const plan = planBackends(await probeCapability(surroundings));
    expect(plan.order).toEqual(['wasm']);
    expect(plan.refused).toMatchObject([{ backend: 'webgpu' }]);
    expect(plan.refused[0]!.reason).toMatch(reason);
  });

  it('tries a software adapter when it is asked for', async () => {
    const capability = await probeCapability(gpu(adapter('swiftshader')));
    expect(planBackends(capability, 'webgpu').order).toEqual(['webgpu', 'wasm']);
  });

  it('does not touch the GPU when WASM is asked for', async () => {
    const capability = await probeCapability(gpu(adapter('ada')));
    expect(planBackends(capability, 'wasm')).toEqual({ order: ['wasm'], refused: [] });
  });

  it('has no backend where WebAssembly has no SIMD', async () => {
    const old = here(undefined, { WebAssembly: { validate: () => false } });
    const plan = planBackends(await probeCapability(old));
    expect(plan.order).toEqual([]);
    expect(plan.refused.map(({ backend }) => backend)).toEqual(['webgpu', 'wasm']);
  });
});
