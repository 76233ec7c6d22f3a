import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBrowser } from '../e2e/browser.mjs';
import type { BenchModule } from './context';
import type { Row } from './row';

/** Fetched by npx when it is asked for: it is not worth a hundred packages in every checkout. */
const LIGHTHOUSE = 'lighthouse@13.5.0';
/** Least scores, of 100. */
const TARGETS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
const PRESETS = { desktop: ['--preset=desktop'], phone: [] } as const;

type Report = {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly score: number | null; readonly title: string }>
  >;
};

async function audit(url: string, preset: keyof typeof PRESETS): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, url, '--output=json', '--output-path=stdout', '--quiet'],
      `--only-categories=${Object.keys(TARGETS).join(',')}`,
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
      ...PRESETS[preset],
    ],
    {
      maxBuffer: 1 << 28,
      env: { ...process.env, CHROME_PATH: findBrowser() ?? process.env.CHROME_PATH },
    },
  );
  return JSON.parse(stdout) as Report;
}

/** Lighthouse's scores of the built page, on its desktop and on its slow phone. */
export const lighthouse: BenchModule = {
  name: 'lighthouse',
  async run({ openApp, say }) {
    const { page, host } = await openApp();
    await page.close();
    const rows: Row[] = [];
    for (const preset of Object.keys(PRESETS) as (keyof typeof PRESETS)[]) {
      say(`lighthouse: ${preset}`);
      const { categories, audits } = await audit(host.url, preset);
      for (const [category, target] of Object.entries(TARGETS)) {
        const value = 100 * (categories[category]?.score ?? NaN);
        rows.push({
          ...{ name: `Lighthouse, ${preset}: ${category}`, value, unit: 'of 100' },
          ...{ peer: 'at least', peerValue: target, ratio: value / target, target: 1 },
          ok: value >= target,
        });
      }
      for (const { score, title } of Object.values(audits))
        if (score !== null && score < 0.9) say(`lighthouse, ${preset}: ${title}: ${score}`);
    }
    return rows;
  },
};
