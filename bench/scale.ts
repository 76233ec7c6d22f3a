import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../e2e/browser.mjs';
import { DIST, serveSite } from '../e2e/site/serve';
import { createRandom } from '../src/calibration/random';
import {
  numberColumn,
  numberLists,
  textColumn,
  textLists,
  writeColumns,
} from '../src/formats/parquet/schema';
import type { BenchModule } from './context';
import type { Row } from './row';

const N = 1_000_000;
/** From the file's being chosen to the first diagram of it. */
const SECONDS = 5;

/** Decisions over four options: a list of logits, names and option mass each. */
function millionDecisions(): Promise<Uint8Array> {
  const random = createRandom('million');
  const options = ['A', 'B', 'C', 'D'];
  const logits = Array.from({ length: N }, () => options.map(() => 8 * random() - 4));
  const best = logits.map((own) => options[own.indexOf(Math.max(...own))]!);
  const rows = <T>(of: (i: number) => T) => Array.from({ length: N }, (_, i) => of(i));
  return writeColumns(
    [
      textColumn(
        'id',
        rows((i) => `case-${i}`),
      ),
      textLists(
        'options',
        rows(() => options),
      ),
      numberLists('logits', logits),
      textColumn('chosen', best),
      textColumn(
        'gold',
        best.map((own) => (random() < 0.7 ? own : options[Math.floor(4 * random())]!)),
      ),
      numberColumn(
        'optionMass',
        rows(() => random()),
      ),
    ],
    {},
  );
}

declare global {
  interface Window {
    chosenAt: number;
  }
}

/** Seconds from choosing the file to its summary, and to the diagram; the button is pressed at once. */
async function importMillion(page: Page, file: string): Promise<{ read: number; drawn: number }> {
  await page.getByLabel('Data file').evaluate((input) => {
    input.addEventListener('change', () => (window.chosenAt = performance.now()), {
      capture: true,
    });
  });
  await page.getByLabel('Data file').setInputFiles(file);
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        let read = 0;
        setTimeout(() => reject(new Error('no diagram after two minutes')), 120_000);
        const look = () => {
          const seconds = (performance.now() - window.chosenAt) / 1000;
          const buttons = [...document.querySelectorAll('button')];
          const show = buttons.find(({ textContent }) => textContent === 'Show in Explore');
          if (read === 0 && show?.disabled === false) {
            read = seconds;
            show.click();
          }
          const counts = [...document.querySelectorAll('dd')];
          if (read > 0 && counts.some(({ textContent }) => /^1,?000,?000/u.test(textContent)))
            resolve({ read, drawn: seconds });
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

function row(name: string, value: number, target: number | null): Row {
  const ratio = target === null ? null : target / value;
  const ok = target === null || value <= target;
  const peer = target === null ? null : 'time it may take';
  return {
    name,
    value,
    unit: 's',
    peer,
    peerValue: target,
    ratio,
    target: target === null ? null : 1,
    ok,
  };
}

/** 10⁶ decisions from Parquet in the built page, by the Data panel as a user does it. */
export const scale: BenchModule = {
  name: 'scale',
  async run({ say }) {
    if (!existsSync(join(DIST, 'index.html'))) throw new Error('run “npm run build” first');
    say('writing 10⁶ decisions as Parquet …');
    const folder = await mkdtemp(join(tmpdir(), 'scale-'));
    const file = join(folder, 'million.parquet');
    await writeFile(file, await millionDecisions());
    say('10⁶ decisions from Parquet to the first diagram …');
    const site = await serveSite();
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      chromiumSandbox: false,
      ...(executablePath !== undefined && { executablePath }),
    });
    try {
      const page = await browser.newPage({ serviceWorkers: 'block' });
      // tsx names the functions that are sent to the page by a helper which is not there.
      await page.addInitScript('globalThis.__name = (own) => own');
      await page.goto(`${site.url}#v=1&p=data`);
      const { read, drawn } = await importMillion(page, file);
      return [
        row('10⁶ decisions from Parquet, read', read, null),
        row('10⁶ decisions from Parquet, first diagram', drawn, SECONDS),
      ];
    } finally {
      await browser.close();
      await site.close();
      await rm(folder, { recursive: true });
    }
  },
};
