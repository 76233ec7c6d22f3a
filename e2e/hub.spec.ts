import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { TASKS } from '../src/tasks';
import type { HubSpec } from '../src/inference/hub/spec';
import type { Trace } from '../src/traces/trace';
import { useHarness } from './engine/harnessPage';
import { MODELS } from './engine/serve';

useHarness();

const cases = ['moderation', 'clinic', 'courier'].flatMap((name) =>
  Array.from({ length: 4 }, (_, i) =>
    TASKS.find((task) => task.name === name)!.sample(20260001, i),
  ),
);

const SPEC: HubSpec = {
  ...{ repo: 'test/base', revision: 'main', dtype: 'fp32', device: 'wasm', thinking: true },
};

/** What a Hub engine and ours say of the same cases. */
function both(page: Page) {
  return page.evaluate(
    async ({ spec, instances }) => {
      const { createHubEngine, createEngine, requestFor, writeHubSpec } = window.harness;
      const hub = createHubEngine(new URL('/hub/', location.href).href);
      const bytes: (readonly [number, number])[] = [];
      const report = await hub.load(writeHubSpec(spec), {
        onProgress: ({ stage, loadedBytes, totalBytes }) => {
          if (stage === 'download') bytes.push([loadedBytes, totalBytes]);
        },
      });
      const streamed = new Set<string>();
      const progress: number[] = [];
      const theirs = await hub.generate(requestFor(instances), {
        onTokens: ({ caseId }) => streamed.add(caseId),
        onProgress: ({ done }) => progress.push(done),
      });
      const { engine } = createEngine();
      await engine.load('base', { dtype: 'fp32', backend: 'wasm' });
      const ours = await engine.generate(requestFor(instances), {});
      const prefix = ours[0]!.tokens.slice(0, 5).map(({ id }) => id);
      const [first] = requestFor(instances).cases;
      const forced = { ...requestFor(instances), cases: [{ ...first!, prefix }] };
      const [continued] = await hub.generate(forced, {});
      const tokens = ours[0]!.tokens.map(({ id }) => id);
      const [scored] = await hub.score({ tokens, positions: [tokens.length - 1] });
      const [expected] = await engine.score({ tokens, positions: [tokens.length - 1] });
      const scoreDifference = Math.max(...expected!.map((z, i) => Math.abs(z - scored![i]!)));
      return {
        ...{ report, theirs, ours, continued, scoreDifference, bytes, progress },
        streamed: streamed.size,
      };
    },
    { spec: SPEC, instances: cases },
  );
}

const textOf = ({ tokens }: Trace) => tokens.map(({ text }) => text).join('');

test('our checkpoint from a server of the Hub’s layout: the same texts and numbers as by our own engine', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const out = await both(page);
  expect(out.report).toMatchObject({
    ...{ model: 'test/base@main', dtype: 'fp32', backend: 'wasm', selfTest: null },
  });
  expect(out.theirs).toHaveLength(cases.length);
  let compared = 0;
  for (const [i, trace] of out.theirs.entries()) {
    const own = out.ours[i]!;
    expect(textOf(trace)).toBe(textOf(own));
    expect(trace.finish).toBe(own.finish);
    expect(trace.provenance.model).toBe('test/base@main');
    for (const [t, token] of trace.tokens.entries()) {
      expect(Math.abs(token.logprob - own.tokens[t]!.logprob)).toBeLessThan(1e-3);
      expect(token.top[0]!.id).toBe(own.tokens[t]!.top[0]!.id);
      expect(token.top).toHaveLength(10);
    }
    expect(trace.decision.status).toBe(own.decision.status);
    if (trace.decision.status !== 'found' || own.decision.status !== 'found') continue;
    compared++;
    for (const [k, z] of trace.decision.logits.entries())
      expect(Math.abs(z - own.decision.logits[k]!)).toBeLessThan(1e-3);
    expect(trace.decision.optionMass).toBeCloseTo(own.decision.optionMass, 3);
  }
  expect(compared).toBeGreaterThan(6);
  expect(textOf(out.continued!)).toBe(textOf(out.ours[0]!));
  expect(out.scoreDifference).toBeLessThan(1e-3);
  expect(out.streamed).toBe(cases.length);
  expect(out.progress.at(-1)).toBe(cases.length);
  const [loaded, total] = out.bytes.at(-1)!;
  expect(loaded).toBe(total);
  expect(total).toBeGreaterThan(statSync(join(MODELS, 'base/onnx/model.onnx')).size);
});

test('what the Hub has not is told with what to do; loading can be stopped', async ({ page }) => {
  const outcome = (spec: HubSpec, abortAfter: number | null = null) =>
    page.evaluate(
      async ([own, milliseconds]) => {
        const { createHubEngine, failureOf, writeHubSpec } = window.harness;
        const engine = createHubEngine(new URL('/hub/', location.href).href);
        const stop = new AbortController();
        if (milliseconds !== null) setTimeout(() => stop.abort(), milliseconds);
        return failureOf(engine.load(writeHubSpec(own), { signal: stop.signal }));
      },
      [spec, abortAfter] as const,
    );
  const missing = await outcome({ ...SPEC, repo: 'test/nothing' });
  expect(missing).toMatchObject({ name: 'DownloadError' });
  expect(missing!.message).toContain('test/nothing@main lacks a file');
  const weights = await outcome({ ...SPEC, dtype: 'q4f16' });
  expect(weights!.message).toContain('ONNX weights in onnx/, those of q4f16');
  // Weights that never end arriving.
  await page.context().route('**/onnx/model.onnx', () => undefined);
  const stopped = await outcome({ ...SPEC, repo: 'test/rlvr' }, 3000);
  expect(stopped).toMatchObject({ name: 'LoadAbortedError' });
});
