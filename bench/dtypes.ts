import type { BenchModule } from './context';
import { benchCases, measure, warmUp } from './generation';
import { plainRow, type Row } from './row';

const BATCH = 32;

/** Tokens/s of every dtype on WASM. */
export const dtypes: BenchModule = {
  name: 'dtypes',
  async run({ openPage, say }) {
    const page = await openPage('bench/page/engine.html');
    await page.waitForFunction(() => 'measure' in window);
    const cases = benchCases(2 * BATCH);
    const rows: Row[] = [];
    for (const dtype of ['fp32', 'q8', 'q4'] as const) {
      say(`dtypes: ${dtype}`);
      const request = { model: 'base', cases, dtype, batchSize: BATCH, maxNewTokens: 160 };
      await warmUp(page, 'ours', request);
      const { tokens, seconds } = await measure(page, 'ours', request);
      rows.push(
        plainRow(`generation in ${dtype} on wasm, batch ${BATCH}`, tokens / seconds, 'tokens/s'),
      );
    }
    await page.close();
    return rows;
  },
};
