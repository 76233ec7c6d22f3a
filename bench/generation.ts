import type { Page } from '@playwright/test';
import { TASKS } from '../src/tasks';
import type { BenchModule } from './context';
import type { BenchCase, Measured, MeasureRequest } from './page/measure';
import { plainRow, rateRow } from './row';

/** The seed of the recipe's evaluation cases. */
const SEED = 20260001;
const CASES = 200;
const SAMPLE = 10;
const BATCH = 32;
const ROUNDS = 3;
const MAX_NEW_TOKENS = 160;

/** The first cases of every task in turn, as many as asked. */
export function benchCases(count: number): BenchCase[] {
  return Array.from({ length: count }, (_, i) => {
    const task = TASKS[i % TASKS.length]!;
    const { id, prompt, options } = task.sample(SEED, Math.floor(i / TASKS.length));
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
  );
}

/**
 * Tokens/s on 200 cases beside transformers.js `generate`: same checkpoint (fp32), page, runtime and one thread.
 * The sides take turns, so that a busy machine slows both; medians over the rounds.
 */
export const generation: BenchModule = {
  name: 'generation',
  async run({ openPage, say }) {
    const page = await openPage('bench/page/engine.html');
    await page.waitForFunction(() => 'measure' in window);
    const cases = benchCases(CASES);
    const sample = cases.filter((_, i) => i % (CASES / SAMPLE) === 0);
    const request = {
      cases,
      dtype: 'fp32',
      batchSize: BATCH,
      maxNewTokens: MAX_NEW_TOKENS,
    } as const;
    for (const side of ['ours', 'peer'] as const) {
      say(`generation: warming up ${side}`);
      await warmUp(page, side, { ...request, cases: cases.slice(0, 2 * BATCH) });
    }
    const ours: Measured[] = [];
    const batched: Measured[] = [];
    const single: Measured[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      say(`generation: round ${round} of ${ROUNDS}`);
      ours.push(await measure(page, 'ours', request));
      batched.push(await measure(page, 'peer', request));
      single.push(await measure(page, 'peer', { ...request, cases: sample, batchSize: 1 }));
    }
    await page.close();
    const equal = ours[0]!.texts.filter((text, i) => text === batched[0]!.texts[i]).length;
    const value = median(ours.map(rate));
    return [
      rateRow(`generation, ${CASES} cases in one run`, value, 'tokens/s', {
        name: 'transformers.js one by one',
        value: median(single.map(rate)),
        target: 15,
      }),
      rateRow(`generation, ${CASES} cases in one run`, value, 'tokens/s', {
        name: `transformers.js in batches of ${BATCH}`,
        value: median(batched.map(rate)),
        target: 1.5,
      }),
      plainRow('generation, texts equal to transformers.js', equal / CASES, 'share'),
    ];
  },
};
