import type { Page } from '@playwright/test';
import { quantileSorted } from '../src/calibration/quantile';
import { benchTable } from './calibrationTable';
import type { BenchModule } from './context';
import { plainRow, type Row } from './row';

/** Decisions and options of the imported tables. */
const TABLES = [
  [100_000, 4],
  [1_000_000, 2],
] as const;
const LETTERS = ['A', 'B', 'C', 'D'] as const;
/** Moves there, and as many back; the first drag warms up. */
const MOVES = 150;
/** Milliseconds that the median and 95 of 100 frames may take. */
const TARGETS = { median: 17, p95: 34 } as const;

/** The seeded decisions as a table of the user's own: a column of logits an option. */
function csv(n: number, k: number): string {
  const { logits, gold } = benchTable(n, k);
  const lines = Array.from(
    gold,
    (option, row) =>
      `q${row},${LETTERS[option]!},${Array.from(logits.subarray(row * k, row * k + k), (z) => z.toFixed(4)).join(',')}`,
  );
  return [
    `id,gold,${LETTERS.slice(0, k)
      .map((letter) => `logit_${letter}`)
      .join(',')}`,
    ...lines,
  ].join('\n');
}

/** Imports the table by the Data panel and shows it in Explore. */
export async function importTable(page: Page, rows: number, k: number): Promise<void> {
  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page
    .getByLabel('Data file')
    .setInputFiles({ name: 'bench.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(rows, k)) });
  const show = page.getByRole('button', { name: 'Show in Explore' });
  await show.click({ timeout: 240_000 });
  const n = page.locator('dt:text-is("n") + dd');
  await n.filter({ hasText: new RegExp(`^${rows}`, 'u') }).waitFor({ timeout: 60_000 });
}

/**
 * Drags the temperature there and back: the slider moves once in every frame, which is as often as a pointer can. Resolves to
 * the milliseconds between the frames.
 */
export async function drag(page: Page): Promise<Float64Array> {
  const slider = page.getByRole('slider', { name: 'Temperature' });
  await slider.scrollIntoViewIfNeeded();
  const times = await slider.evaluate((node, moves) => {
    const input = node as HTMLInputElement;
    const [min, max] = [Number(input.min), Number(input.max)];
    // A method, not a function in a variable: the transpiler would wrap that in a helper the page lacks.
    const hand = {
      times: [] as number[],
      move(now: number, done: (times: number[]) => void) {
        const step = this.times.length;
        this.times.push(now);
        if (step > 2 * moves) {
          done(this.times);
          return;
        }
        const share = 0.1 + 0.8 * (1 - Math.abs(step - moves) / moves);
        // By the prototype's own setter: React takes no notice of what goes through the element's.
        Reflect.set(HTMLInputElement.prototype, 'value', String(min + share * (max - min)), input);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame((next) => this.move(next, done));
      },
    };
    return new Promise<number[]>((done) => {
      requestAnimationFrame((now) => hand.move(now, done));
    });
  }, MOVES);
  return Float64Array.from(times.slice(1), (time, i) => time - times[i]!);
}

function row(name: string, value: number, limit: number): Row {
  const ratio = limit / value;
  return {
    ...{ name, value, unit: 'ms', peer: 'a frame may take', peerValue: limit },
    ...{ ratio, target: 1, ok: ratio >= 1 },
  };
}

/** Seconds of processor time that the page's main thread has had since it was asked first. */
async function processorClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
}

/** Frames of the built page while the temperature slider is dragged over imported decisions. */
export const frames: BenchModule = {
  name: 'frames',
  async run({ openApp, say }) {
    const rows: Row[] = [];
    for (const [n, k] of TABLES) {
      const { page } = await openApp();
      say(`frames: importing ${n.toLocaleString('en')} rows`);
      await importTable(page, n, k);
      say('frames: dragging');
      await drag(page);
      const clock = await processorClock(page);
      const from = await clock();
      const times = (await drag(page)).sort();
      const busy = (1000 * ((await clock()) - from)) / times.length;
      await page.close();
      const name = `frame of a drag, ${n.toLocaleString('en')} imported rows, K = ${k}`;
      rows.push(
        row(`${name}, median`, quantileSorted(times, 0.5), TARGETS.median),
        row(`${name}, 95 of 100 under`, quantileSorted(times, 0.95), TARGETS.p95),
        plainRow(`${name}, processor time of the main thread`, busy, 'ms'),
      );
    }
    return rows;
  },
};
