import type { Page } from '@playwright/test';
import type { BenchContext, BenchModule } from './context';
import { median } from './median';
import { plainRow, type Row } from './row';

const ROUNDS = 5;
/** Bytes a second at 10 Mbit/s, and the milliseconds that each request waits. */
const NETWORK = { downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, latency: 20 };
/** Milliseconds from the address to the first dot of a diagram. */
const TARGET = 1500;

async function slowLine(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...NETWORK });
}

/** Marks the moment at which the first diagram has a dot. */
async function watchDiagram(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('svg[aria-label="Reliability diagram"] circle') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => performance.mark('diagram'));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** Milliseconds to the first diagram. */
async function openOnce({ openApp }: BenchContext): Promise<number> {
  const { page } = await openApp({
    prepare: async (opened) => {
      await slowLine(opened);
      await watchDiagram(opened);
    },
  });
  await page.waitForFunction(() => performance.getEntriesByName('diagram').length > 0);
  const time = await page.evaluate(() => performance.getEntriesByName('diagram')[0]!.startTime);
  await page.close();
  return time;
}

/** Bytes that the host sent when the page had its figures, and when a model had loaded and written a trace. */
async function bytes({ openApp }: BenchContext): Promise<readonly [page: number, model: number]> {
  const { page, host } = await openApp({ serviceWorker: false });
  await page.waitForLoadState('networkidle');
  const opened = host.sent();
  await page.getByRole('button', { name: 'Generate' }).click();
  await page.getByText('Self-test passed').waitFor({ timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  const loaded = host.sent();
  await page.close();
  return [opened, loaded];
}

/** The page opened cold over a slow line: time to the first diagram, and bytes before and after a model loads. */
export const opening: BenchModule = {
  name: 'opening',
  async run(context) {
    context.say('opening: bytes');
    // The host has served nothing before; afterwards it is warm.
    const { host } = await context.openApp({ serviceWorker: false });
    const before = host.sent();
    const [opened, loaded] = await bytes(context);
    const times: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      context.say(`opening: round ${round} of ${ROUNDS}`);
      times.push(await openOnce(context));
    }
    const value = median(times);
    const first: Row = {
      ...{ name: 'cold page to first diagram, gzip, 10 Mbit/s', value, unit: 'ms' },
      ...{ peer: 'limit', peerValue: TARGET, ratio: TARGET / value, target: 1 },
      ok: value <= TARGET,
    };
    return [
      first,
      plainRow('sent for the page and its first figures', (opened - before) / 1e3, 'kB'),
      plainRow('sent with runtime, model and a trace', (loaded - before) / 1e3, 'kB'),
    ];
  },
};
