import type { CDPSession } from '@playwright/test';
import type { BenchModule } from './context';
import { benchCases } from './generation';
import type { Row } from './row';

const CYCLES = 50;
/** The first cycles fill caches that stay. */
const WARM = 5;
/** Growth that is allowed. */
const LIMIT = 0.05;

/** Bytes that the page's script holds once everything that can go has gone. */
async function heapOf(session: CDPSession): Promise<number> {
  // What is unreachable only through a finalizer takes a second round.
  for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** What loading, running and disposing of a model leaves behind in the page, over 50 times. */
export const heap: BenchModule = {
  name: 'heap',
  async run({ openPage, say }) {
    const page = await openPage('bench/page/cycles.html');
    await page.waitForFunction(() => 'cycle' in window);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.enable');
    const cases = benchCases(8);
    const sizes: number[] = [];
    for (let i = 0; i < CYCLES; i++) {
      if (i % 10 === 0) say(`heap: cycle ${i} of ${CYCLES}`);
      const model = i % 2 === 0 ? 'base' : 'rlvr';
      const traces = await page.evaluate(([name, asked]) => window.cycle(name, asked), [
        model,
        cases,
      ] as const);
      if (traces !== cases.length) throw new Error(`cycle ${i} made ${traces} traces`);
      sizes.push(await heapOf(session));
    }
    await page.close();
    const [before, after] = [sizes[WARM - 1]!, sizes.at(-1)!];
    const row: Row = {
      name: `heap after ${CYCLES} cycles of load, run, dispose`,
      value: after / 1e6,
      unit: 'MB',
      peer: `after ${WARM} cycles, 5 % more allowed`,
      peerValue: before / 1e6,
      ratio: before / after,
      target: 1 / (1 + LIMIT),
      ok: after <= before * (1 + LIMIT),
    };
    return [row];
  },
};
