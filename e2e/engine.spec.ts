import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { findModel, parseManifest } from '../src/inference/manifest';
import { TASKS, type Case } from '../src/tasks';
import { useHarness } from './engine/harnessPage';
import { MODELS } from './engine/serve';

const DTYPES = ['fp32', 'q8', 'q4'] as const;
type Dtype = (typeof DTYPES)[number];

/** What the Python runtime computed: torch for fp32, onnxruntime on the very file for the others. */
type Reference = {
  readonly cases: readonly {
    readonly tokens: readonly number[];
    readonly positions: readonly number[];
    readonly logits: Readonly<Record<Dtype, readonly (readonly number[])[]>>;
  }[];
};

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(MODELS, path), 'utf8'));
const entry = findModel(parseManifest(readJson('manifest.json')), 'base');

/** `count` generated cases, the tasks in turn. */
function someCases(count: number): Case[] {
  return Array.from({ length: count }, (_, i) => TASKS[i % TASKS.length]!.sample(99, i));
}

useHarness();

async function skipWithoutWebGpu(page: Page): Promise<void> {
  const adapter = await page.evaluate(async () =>
    'gpu' in navigator ? (await navigator.gpu.requestAdapter()) !== null : false,
  );
  test.skip(!adapter, 'this browser has no WebGPU adapter, not even a software one');
}

test.describe('teacher-forced logits of 50 cases equal the Python ones', () => {
  const { cases } = readJson('evaluation/teacher-forced.json') as Reference;
  for (const backend of ['wasm', 'webgpu'] as const)
    for (const dtype of DTYPES)
      test(`in ${dtype} on ${backend}`, async ({ page }) => {
        test.setTimeout(300_000);
        if (backend === 'webgpu') await skipWithoutWebGpu(page);
        expect(cases.length).toBeGreaterThanOrEqual(50);
        const asked = cases.map(({ tokens, positions, logits }, i) => {
          const whole = { tokens, positions, logits: logits[dtype] };
          // A software GPU takes seconds for a whole sequence; a logit depends on nothing after it.
          const short = { tokens: tokens.slice(0, positions[0]! + 1), positions: [positions[0]!] };
          return backend === 'wasm' || i % 25 === 0
            ? whole
            : { ...short, logits: [whole.logits[0]!] };
        });
        const { report, difference } = await page.evaluate(
          async ([on, as, list]) => {
            const { engine } = window.harness.createEngine();
            const loaded = await engine.load('base', { backend: on, dtype: as });
            return {
              report: loaded,
              difference: await window.harness.largestDifference(engine, list),
            };
          },
          [backend, dtype, asked] as const,
        );
        console.log(`${backend} ${dtype}: largest logit difference ${difference.toPrecision(3)}`);
        expect(report).toMatchObject({ backend, dtype });
        const tolerance = dtype === 'fp32' ? 1e-3 : entry.dtypes[dtype]!.tolerance;
        expect(difference).toBeLessThanOrEqual(tolerance);
      });
});

for (const mode of ['greedy', 'sample'] as const)
  test(`decoding in a batch yields what decoding one by one yields (${mode})`, async ({ page }) => {
    const [batched, single] = await page.evaluate(
      async ([cases, drawn]) => {
        const { engine } = window.harness.createEngine();
        await engine.load('base', { backend: 'wasm' });
        const sampling = { mode: drawn, temperature: 1.2, seed: 5 };
        const run = (batchSize: number) =>
          engine.generate(window.harness.requestFor(cases, { sampling, batchSize }), {});
        const told = (traces: Awaited<ReturnType<typeof run>>) =>
          traces.map(({ finish, decision, tokens }) => ({
            finish,
            decision: decision.status,
            // Without the alternatives, which take Playwright longer to carry than the engine to compute.
            tokens: tokens.map(({ text, logprob, logsumexp }) => ({ text, logprob, logsumexp })),
          }));
        return [told(await run(7)), told(await run(1))];
      },
      [someCases(24), mode] as const,
    );
    expect(batched).toHaveLength(24);
    for (const [i, trace] of batched.entries()) {
      const alone = single[i]!;
      expect(trace.tokens.map(({ text }) => text)).toEqual(alone.tokens.map(({ text }) => text));
      expect(trace.finish).toBe(alone.finish);
      expect(trace.decision).toBe(alone.decision);
      for (const [step, token] of trace.tokens.entries()) {
        expect(token.logprob).toBeCloseTo(alone.tokens[step]!.logprob, 4);
        expect(token.logsumexp).toBeCloseTo(alone.tokens[step]!.logsumexp, 3);
      }
    }
  });

test('a trace holds its tokens, its decision and where it came from', async ({ page }) => {
  const [trace] = await page.evaluate(async (cases) => {
    const { engine } = window.harness.createEngine();
    await engine.load('base', { backend: 'wasm', dtype: 'fp32' });
    return engine.generate(window.harness.requestFor(cases), {});
  }, someCases(1));
  expect(trace).toMatchObject({
    provenance: { model: 'base', dtype: 'fp32', backend: 'wasm' },
    finish: 'stop',
    decision: { status: 'found' },
  });
  for (const { id, logprob, top } of trace!.tokens) {
    expect(top).toHaveLength(10);
    // Greedy: the chosen token is the likeliest.
    expect(top[0]).toMatchObject({ id, logprob });
    expect(top.reduce((sum, other) => sum + Math.exp(other.logprob), 0)).toBeLessThanOrEqual(
      1 + 1e-9,
    );
  }
  const { decision, tokens } = trace!;
  if (decision.status !== 'found') throw new Error('no decision');
  const token = tokens[decision.tokenIndex]!;
  expect(tokens[decision.tokenIndex - 1]!.text).toBe(':');
  const raw = token.logprob + token.logsumexp;
  expect(Math.max(...decision.logits)).toBeGreaterThanOrEqual(raw - 1e-6);
  expect(decision.optionMass).toBeGreaterThan(0.5);
});

test('decoding on WebGPU, with rows that retire and rows that follow, equals WASM', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await skipWithoutWebGpu(page);
  const [gpu, wasm] = await page.evaluate(async (cases) => {
    const run = async (backend: 'webgpu' | 'wasm') => {
      const { engine } = window.harness.createEngine();
      const { backend: taken } = await engine.load('base', { backend, dtype: 'fp32' });
      const request = window.harness.requestFor(cases, { maxNewTokens: 6, batchSize: 2 });
      const traces = await engine.generate(request, {});
      await engine.dispose();
      return traces.map(({ tokens, finish }) => ({
        taken,
        finish,
        ids: tokens.map(({ id }) => id),
        logprobs: tokens.map(({ logprob }) => logprob),
      }));
    };
    return [await run('webgpu'), await run('wasm')];
  }, someCases(4));
  for (const [i, trace] of gpu.entries()) {
    expect(trace.taken).toBe('webgpu');
    expect(trace.ids).toEqual(wasm[i]!.ids);
    for (const [step, logprob] of trace.logprobs.entries())
      expect(Math.abs(logprob - wasm[i]!.logprobs[step]!)).toBeLessThan(2e-3);
  }
});

test('a GPU that computes other numbers is refused, visibly, and WASM taken', async ({ page }) => {
  test.setTimeout(300_000);
  await skipWithoutWebGpu(page);
  const report = await page.evaluate(() =>
    window.harness.createEngine('wrongGpu').engine.load('base', { backend: 'webgpu' }),
  );
  expect(report.backend).toBe('wasm');
  expect(report.refused).toHaveLength(1);
  expect(report.refused[0]).toMatchObject({ backend: 'webgpu' });
  expect(report.refused[0]!.reason).toMatch(/computes other numbers .* off by/u);
});

test('a model that no backend computes as the manifest says is not run', async ({ page }) => {
  const manifest = readJson('manifest.json') as {
    models: { golden: { logits: Record<string, number[][]> }[] }[];
  };
  for (const { golden } of manifest.models)
    for (const { logits } of golden)
      for (const dtype of DTYPES) if (logits[dtype]) logits[dtype][0]![3]! += 1;
  await page.route('**/models/manifest.json', (route) => route.fulfill({ json: manifest }));
  const failure = await page.evaluate(() => {
    const { createEngine, failureOf } = window.harness;
    return failureOf(createEngine().engine.load('base', { backend: 'wasm' }));
  });
  expect(failure).toMatchObject({ name: 'SelfTestError' });
});

test('damaged weights are refused', async ({ page }) => {
  await page.route('**/*.onnx', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 100]! ^= 1;
    await route.fulfill({ response, body });
  });
  const failure = await page.evaluate(() => {
    const { createEngine, failureOf } = window.harness;
    return failureOf(createEngine().engine.load('base', { backend: 'wasm' }));
  });
  expect(failure).toMatchObject({ name: 'IntegrityError' });
  expect(failure!.message).toContain('SHA-256');
});

test('weights are fetched once, and again when the manifest names others', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.onnx')) fetched.push(request.url());
  });
  const load = () =>
    page.evaluate(async () => {
      const { engine } = window.harness.createEngine();
      const { dtype } = await engine.load('base', { backend: 'wasm' });
      await engine.dispose();
      const store = await caches.open('calibration-explorer-models');
      const kept = (await store.keys())
        .map(({ url }) => url)
        .filter((url) => url.includes('.onnx'));
      return { dtype, kept };
    });
  const { dtype, kept } = await load();
  await load();
  expect(fetched).toHaveLength(1);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toContain(entry.dtypes[dtype as Dtype]!.sha256);
  // What was kept under another hash gives way.
  await page.evaluate(async (url) => {
    const store = await caches.open('calibration-explorer-models');
    await store.delete(url);
    await store.put(url.replace(/sha256=.*/u, `sha256=${'0'.repeat(64)}`), new Response('old'));
  }, kept[0]!);
  const again = await load();
  expect(fetched).toHaveLength(2);
  expect(again.kept).toEqual(kept);
});

test('an unknown model, a missing server and a missing model are named errors', async ({
  page,
}) => {
  const failures = await page.evaluate(async (cases) => {
    const { createEngine, failureOf, requestFor } = window.harness;
    const { engine } = createEngine();
    return [
      await failureOf(engine.generate(requestFor(cases), {})),
      await failureOf(engine.load('absent', { backend: 'wasm' })),
    ];
  }, someCases(1));
  await page.route('**/models/manifest.json', (route) => route.abort());
  const offline = await page.evaluate(() => {
    const { createEngine, failureOf } = window.harness;
    return failureOf(createEngine().engine.load('base', {}));
  });
  expect([...failures, offline].map((failure) => failure?.name)).toEqual([
    'RequestError',
    'ManifestError',
    'DownloadError',
  ]);
});

test('a crash rejects what was under way, and the next request runs', async ({ page }) => {
  const { failure, traces } = await page.evaluate(async (cases) => {
    const { createEngine, failureOf, requestFor } = window.harness;
    const { engine, worker } = createEngine('crashing');
    await engine.load('base', { backend: 'wasm' });
    const running = engine.generate(requestFor(cases), {
      onProgress: () => worker().postMessage('crash'),
    });
    const failed = await failureOf(running);
    return { failure: failed, traces: await engine.generate(requestFor(cases.slice(0, 2)), {}) };
  }, someCases(40));
  expect(failure).toMatchObject({ name: 'WorkerCrashedError' });
  expect(failure!.message).toContain('crashed by the test');
  expect(traces.map(({ caseId }) => caseId)).toEqual(someCases(2).map(({ id }) => id));
});

test('stopping resolves with the traces so far, and the engine goes on', async ({ page }) => {
  const { stopped, whole, streamed } = await page.evaluate(async (cases) => {
    const { createEngine, requestFor } = window.harness;
    const { engine } = createEngine();
    await engine.load('base', { backend: 'wasm' });
    const controller = new AbortController();
    const lengths: number[] = [];
    const request = requestFor(cases, { batchSize: 4 });
    const some = await engine.generate(
      request,
      {
        onTokens: ({ caseId, tokens }) => {
          if (caseId === cases[0]!.id) lengths.push(tokens.length);
        },
        onTrace: () => controller.abort(),
      },
      controller.signal,
    );
    return { stopped: some, whole: await engine.generate(request, {}), streamed: lengths };
  }, someCases(16));
  expect(stopped.some(({ finish }) => finish === 'stop')).toBe(true);
  expect(stopped.some(({ finish }) => finish === 'aborted')).toBe(true);
  expect(stopped.length).toBeLessThan(16);
  expect(whole.map(({ caseId }) => caseId)).toEqual(someCases(16).map(({ id }) => id));
  for (const trace of stopped) {
    const complete = whole.find(({ caseId }) => caseId === trace.caseId)!;
    const ids = trace.tokens.map(({ id }) => id);
    expect(complete.tokens.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
    if (trace.finish === 'aborted' && trace.decision.status === 'missing')
      expect(trace.decision.reason).toBe('cut-off');
  }
  expect(streamed).toEqual([...streamed].sort((a, b) => a - b));
});
