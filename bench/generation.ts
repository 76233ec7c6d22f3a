import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { MODELS } from '../e2e/engine/serve';
import { findModel, parseManifest } from '../src/inference/manifest';
import { findTask } from '../src/tasks';
import type { BenchModule } from './context';
import type { BenchCase, Measured, MeasureRequest } from './page/measure';
import { median } from './median';
import { plainRow, rateRow } from './row';

/** The seed of the recipe's evaluation cases. */
const SEED = 20260001;
const CASES = 200;
const SAMPLE = 10;
const BATCH = 32;
const ROUNDS = 3;
const MAX_NEW_TOKENS = 160;

/** The first cases of the model's tasks in turn, as many as asked. */
export function benchCases(count: number): BenchCase[] {
  const manifest = parseManifest(JSON.parse(readFileSync(join(MODELS, 'manifest.json'), 'utf8')));
  const tasks = findModel(manifest, 'base').tasks.map((name) => findTask(name)!);
  return Array.from({ length: count }, (_, i) => {
    const { id, prompt, options } = tasks[i % tasks.length]!.sample(
      SEED,
      Math.floor(i / tasks.length),
    );
    return { id, prompt, options };
  });
}

/** Runs one side of the comparison in the page. */
export function measure(
  page: Page,
  side: 'ours' | 'peer',
  request: MeasureRequest,
): Promise<Measured> {
  return page.evaluate(([which, asked]) => window.measure[which](asked), [side, request] as const);
}

/**
 * Repeats until the rate stops growing: browsers run WebAssembly unoptimised at first, and the peer's larger
 * runtime stays so for longer.
 */
export async function warmUp(
  page: Page,
  side: 'ours' | 'peer',
  request: MeasureRequest,
): Promise<void> {
  let best = 0;
  for (let i = 0; i < 6; i++) {
    const found = rate(await measure(page, side, request));
    if (found < best * 1.05) return;
    best = found;
  }
}

const rate = ({ tokens, seconds }: Measured): number => tokens / seconds;

/** Written by `models/recipe/trace_export.py`, and not shipped. */
const TRACED = 'work/traced';

/** A graph the peer may run, and what its ratios should reach: one by one, and at the same batch size. */
type PeerGraph = {
  readonly model: string;
  readonly title: string;
  readonly targets: { readonly single: number; readonly batched: number };
};

const SAME_GRAPH: PeerGraph = {
  model: 'base',
  title: 'the same file',
  targets: { single: 15, batched: 1.5 },
};
const TRACED_GRAPH: PeerGraph = {
  model: TRACED,
  title: 'the graph torch.onnx traces',
  targets: { single: 15, batched: 1.5 },
};

/**
 * Tokens/s on 200 cases beside transformers.js `generate`: same weights (fp32), page, runtime and one thread, on
 * our hand-written graph and, where it was written, on the one that torch.onnx traces from the checkpoint.
 * The sides take turns, so that a busy machine slows both; medians over the rounds.
 */
export const generation: BenchModule = {
  name: 'generation',
  async run({ openPage, say }) {
    const page = await openPage('bench/page/engine.html');
    await page.waitForFunction(() => 'measure' in window);
    const graphs = existsSync(join(MODELS, TRACED, 'onnx/model.onnx'))
      ? [SAME_GRAPH, TRACED_GRAPH]
      : [SAME_GRAPH];
    const cases = benchCases(CASES);
    const sample = cases.filter((_, i) => i % (CASES / SAMPLE) === 0);
    const request = {
      model: 'base',
      cases,
      dtype: 'fp32',
      batchSize: BATCH,
      maxNewTokens: MAX_NEW_TOKENS,
    } as const;
    const alone = { ...request, cases: sample, batchSize: 1 };
    const few = { ...request, cases: cases.slice(0, 2 * BATCH) };
    say('generation: warming up');
    await warmUp(page, 'ours', few);
    for (const { model } of graphs) await warmUp(page, 'peer', { ...few, model });

    const ours: Measured[] = [];
    const peers = graphs.map((graph) => ({
      graph,
      single: [] as Measured[],
      batched: [] as Measured[],
    }));
    for (let round = 1; round <= ROUNDS; round++) {
      say(`generation: round ${round} of ${ROUNDS}`);
      ours.push(await measure(page, 'ours', request));
      for (const { graph, single, batched } of peers) {
        single.push(await measure(page, 'peer', { ...alone, model: graph.model }));
        batched.push(await measure(page, 'peer', { ...request, model: graph.model }));
      }
    }
    await page.close();

    const name = `generation, ${CASES} cases in one run`;
    const value = median(ours.map(rate));
    const equal = ours[0]!.texts.filter((text, i) => text === peers[0]!.batched[0]!.texts[i]);
    return [
      ...peers.flatMap(({ graph: { title, targets }, single, batched }) => [
        rateRow(name, value, 'tokens/s', {
          name: `transformers.js one by one on ${title}`,
          value: median(single.map(rate)),
          target: targets.single,
        }),
        rateRow(name, value, 'tokens/s', {
          name: `transformers.js in batches of ${BATCH} on ${title}`,
          value: median(batched.map(rate)),
          target: targets.batched,
        }),
      ]),
      plainRow('generation, texts equal to transformers.js', equal.length / CASES, 'share'),
    ];
  },
};
