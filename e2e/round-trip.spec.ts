import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as base, test, type Page } from '@playwright/test';
import {
  readRecording,
  record,
  replay,
  writeRecording,
  type RecordedServer,
} from '../src/cli/collect/recording';
import { cli, exported, reported, ROOT } from './cli';
import { serveSite } from './site/serve';

const expect = base.configure({ timeout: 30_000 });

/** What llama.cpp's server answered: src/cli/collect/recorded/README.md says how it was asked. */
const RECORDING = join(ROOT, 'src/cli/collect/recorded/llama-cpp-clinic.jsonl.gz');
/** A server of our base model, if one runs. With RECORD=1 its answers become the recording. */
const LIVE = process.env.ENDPOINT_URL ?? '';

const CASES = ['clinic', '--n', '20', '--seed', '6', '--top', '3', '--max-tokens', '192'];
const LOOKS: readonly (readonly [link: string, args: string[]])[] = [
  ['#v=1&o=imported', []],
  [
    '#v=1&o=imported&T=4&b=10&w=equal-width',
    ['--temperature', '4', '--bins', '10', '--binning', 'equal-width'],
  ],
];

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'round-trip-'));
});
test.afterEach(() => rm(folder, { recursive: true }));

/** collect → report → publish → the page below a path of a static host. */
async function roundTrip(page: Page, { url }: RecordedServer): Promise<void> {
  const [traces, site] = [join(folder, 'base.jsonl'), join(folder, 'site')];
  await cli('collect', ...CASES, '--url', url, '--out', traces);
  const lines = (await readFile(traces, 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(20);
  expect(lines.every((line) => line.includes('"model":"base"'))).toBe(true);
  await cli('publish', traces, '--out', site);

  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const host = await serveSite('/talks/2026/', site);
  try {
    for (const [link, args] of LOOKS) {
      const told = await reported(traces, ...args);
      await page.goto('about:blank');
      await page.goto(`${host.url}${link}`);
      await expect(page.locator('dt:text-is("n") + dd')).toHaveText(
        new RegExp(`^${told.n} ?4 options`, 'u'),
      );
      const shown = await exported(page);
      expect(told.n).toBeGreaterThan(10);
      expect(told.ece.value).toBeGreaterThan(0.05);
      expect(shown.n).toBe(told.n);
      expect(Math.abs(shown.ece - told.ece.value)).toBeLessThan(1e-12);
      const { low, high } = told.eceBounds!;
      expect(Math.abs(shown.bounds![0] - low)).toBeLessThan(1e-12);
      expect(Math.abs(shown.bounds![1] - high)).toBeLessThan(1e-12);
      await expect(page.getByText('options outside the log')).toContainText(
        `${(100 * low).toFixed(1)} % – ${(100 * high).toFixed(1)} %`,
      );
    }
    expect(errors).toEqual([]);
    expect(host.requested.every((path) => path.startsWith('/talks/2026/'))).toBe(true);
  } finally {
    await host.close();
  }
}

test('a run of llama.cpp’s server that was recorded: collect → report → publish → the same ECE to 1e-12', async ({
  page,
}) => {
  const server = await replay(await readRecording(RECORDING));
  await roundTrip(page, server);
  await server.close();
});

test('a live server: collect → report → publish → the same ECE to 1e-12', async ({ page }) => {
  test.skip(LIVE === '', 'no server: set ENDPOINT_URL');
  const server = await record(LIVE);
  await roundTrip(page, server);
  await server.close();
  if (process.env.RECORD === '1') await writeRecording(RECORDING, server.exchanges);
});
