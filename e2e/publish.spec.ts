import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect as base, test } from '@playwright/test';
import { createRandom } from '../src/calibration/random';
import { cli, exported, reported, ROOT, type Report } from './cli';
import { serveSite, type Site } from './site/serve';

const expect = base.configure({ timeout: 30_000 });
const run = promisify(execFile);

let folder = '';
let site: Site | null = null;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
});
test.afterEach(() => site?.close());
test.afterAll(() => rm(folder, { recursive: true }));

/** Overconfident decisions over four options, some without a decision, as JSONL. */
function decisions(n: number): string {
  const random = createRandom('publish');
  const options = ['A', 'B', 'C', 'D'];
  const lines = Array.from({ length: n }, (_, i) => {
    const logits = options.map(() => 8 * random() - 4);
    const best = logits.indexOf(Math.max(...logits));
    const gold = options[random() < 0.55 ? best : Math.floor(4 * random())];
    const id = `own-${i}`;
    return i % 50 === 7
      ? { id, options, gold, logits: null, missing: 'cut-off' }
      : { id, options, gold, logits, chosen: options[best], optionMass: 0.5 + random() / 2 };
  });
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

test('decisions → report → publish → the page below a path: the same ECE to 1e-12', async ({
  page,
}) => {
  const file = join(folder, 'mine.jsonl');
  await writeFile(file, decisions(3000));
  const out = join(folder, 'published');
  const view = 'https://example.org/x/#v=1&T=1.7&b=20&w=equal-width';
  await cli('publish', file, '--out', out, '--view', view);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  site = await serveSite('/talks/2026/', out);
  // Every n that the diagram ever showed: the shipped model's must not flash up before the file is read.
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const n = [...document.querySelectorAll('dt')].find(({ textContent }) => textContent === 'n');
      if (n?.nextElementSibling != null) seen.add(n.nextElementSibling.textContent);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(site.url);
  await expect(page.locator('dt:text-is("n") + dd')).toContainText('2940');
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain('2940');
  const told = await reported(
    file,
    ...['--temperature', '1.7', '--bins', '20', '--binning', 'equal-width'],
  );
  const shown = await exported(page);
  expect(shown).toMatchObject({ n: told.n, settings: { temperature: 1.7, bins: 20 } });
  expect(told.n).toBe(2940);
  expect(told.ece.value).toBeGreaterThan(0.05);
  expect(Math.abs(shown.ece - told.ece.value)).toBeLessThan(1e-12);

  // The link of what is shown opens it again, and another way of looking at it is another number.
  await page.reload();
  await expect(page.locator('dt:text-is("n") + dd')).toContainText('2940');
  await page.goto(`${site.url}#v=1&o=imported`);
  await expect(page.locator('dt:text-is("n") + dd')).toContainText('2940');
  const plain = await reported(file);
  expect(Math.abs((await exported(page)).ece - plain.ece.value)).toBeLessThan(1e-12);
  expect(errors).toEqual([]);
  expect(site.requested.every((path) => path.startsWith('/talks/2026/'))).toBe(true);
});

test('several files: the first is open, the others are in a list, and the link keeps which', async ({
  page,
}) => {
  const [one, two] = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')];
  await writeFile(one, decisions(300));
  await writeFile(two, decisions(1000));
  const out = join(folder, 'several');
  await cli('publish', one, two, '--out', out);
  site = await serveSite('/sub/', out);
  await page.goto(site.url);
  const n = page.locator('dt:text-is("n") + dd');
  await expect(n).toContainText('294');
  const files = page.getByRole('combobox', { name: 'File' });
  await expect(files.getByRole('option')).toHaveText([
    'one.parquet (n = 294)',
    'two.parquet (n = 980)',
  ]);
  await files.selectOption('two.parquet (n = 980)');
  await expect(n).toContainText('980');
  await expect(page.getByRole('radio', { name: 'your file two.parquet' })).toBeChecked();
  const told = await reported(two);
  expect(Math.abs((await exported(page)).ece - told.ece.value)).toBeLessThan(1e-12);
  await expect.poll(() => page.url()).toContain('f=1');
  await page.reload();
  await expect(n).toContainText('980');
  await expect(files).toHaveValue('1');
  await files.selectOption('0');
  await expect(n).toContainText('294');
  await page.goBack();
  await expect(n).toContainText('980');

  // Folders that were published before n was told.
  const index = join(out, 'index.html');
  const html = await readFile(index, 'utf8');
  const older = html.replace(/,&#34;n&#34;:\d+/gu, '');
  expect(older).not.toBe(html);
  await writeFile(index, older);
  await page.goto(`${site.url}?older`);
  await expect(n).toContainText('294');
  await expect(files.getByRole('option')).toHaveText(['one.parquet', 'two.parquet']);
});

test('traces are published with their tokens, without network after a visit', async ({
  browser,
}) => {
  const traces = join(ROOT, 'src/formats/import/fixtures/traces.jsonl');
  const out = join(folder, 'traces');
  await cli('publish', traces, '--out', out);
  site = await serveSite('/', out);
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const page = await context.newPage();
  const open = async () => {
    const cases = page.getByRole('region', { name: 'Cases of the bin' });
    // The link keeps the bin: after a reload its cases are there already.
    if (!(await cases.isVisible())) {
      await page.getByText('Bins as a table').click();
      await page.getByRole('table', { name: /bin/iu }).getByRole('button').last().click();
    }
    await cases.getByRole('listitem').getByRole('button').first().click();
    await expect(page.getByRole('button', { name: /^Decision token/u })).toBeVisible();
  };
  await page.goto(site.url);
  await expect(page.locator('dt:text-is("n") + dd')).toHaveText(/^2 ?2 options/u);
  await open();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  // The first visit began before the worker: the second one stores the data.
  await page.reload();
  await expect(page.locator('dt:text-is("n") + dd')).toHaveText(/^2 ?2 options/u);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const store = await caches.open('calibration-explorer-files');
        return (await store.keys()).some(({ url }) => url.includes('/data/traces.parquet'));
      }),
    )
    .toBe(true);
  await site.close();
  await page.reload();
  await expect(page.locator('dt:text-is("n") + dd')).toHaveText(/^2 ?2 options/u);
  await open();
  await context.close();
});

/** A folder that `publish` wrote of 50 decisions in a file of this name. */
async function published(name: string): Promise<string> {
  const file = join(folder, `${name}.jsonl`);
  await writeFile(file, decisions(50));
  const out = join(folder, name);
  await cli('publish', file, '--out', out);
  return out;
}

test('the address never loses the data that are on their way, nor takes a step for it', async ({
  page,
}) => {
  const out = await published('early');
  site = await serveSite('/', out);
  await page.addInitScript(() => {
    const push = history.pushState.bind(history);
    const replace = history.replaceState.bind(history);
    const written: string[] = [];
    const steps: string[] = [];
    Object.assign(window, { written, steps });
    history.pushState = (...call) => {
      steps.push(String(call[2]));
      push(...call);
    };
    history.replaceState = (...call) => {
      written.push(String(call[2]));
      replace(...call);
    };
  });
  await page.goto(site.url);
  await expect(page.locator('dt:text-is("n") + dd')).toHaveText(/^49 ?4 options/u);
  const { written, steps } = await page.evaluate(() => {
    const told = window as unknown as { written: string[]; steps: string[] };
    return { written: told.written, steps: told.steps };
  });
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((link) => !link.includes('o=imported'))).toEqual([]);
  expect(steps).toEqual([]);
});

test('a published file that is missing says so in the Data panel', async ({ page }) => {
  const out = await published('few');
  await rm(join(out, 'data/few.parquet'));
  site = await serveSite('/', out);
  await page.goto(site.url);
  await expect(page.getByRole('alert')).toContainText('few.parquet: the server answered with 404');
  await expect(page.getByRole('region', { name: 'Your data' })).toBeVisible();
});

test('where what reads the file is out of reach, the page says so and does not wait for ever', async ({
  page,
}) => {
  const out = await published('alone');
  site = await serveSite('/', out);
  await page.route('**/assets/openPublished-*.js', (route) => route.abort());
  await page.goto(site.url);
  await expect(page.getByRole('alert')).toContainText('alone.parquet could not be fetched');
  await expect(page.locator('dt:text-is("n") + dd')).toContainText('2000');
});

test('the packed program reports, converts and publishes where nothing else is installed', async () => {
  test.setTimeout(300_000);
  await run('npx', ['vite', 'build', '--config', 'vite.cli.config.ts'], { cwd: ROOT });
  const packed = await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    maxBuffer: 1e8,
  });
  const tarball = join(folder, packed.stdout.trim().split('\n').at(-1)!);
  const place = await mkdtemp(join(folder, 'installed-'));
  await writeFile(join(place, 'package.json'), '{"private": true}');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: place });
  const npx = (...args: string[]) =>
    run('npx', ['--offline', 'calibration-explorer', ...args], { cwd: place, maxBuffer: 1e8 });
  await writeFile(join(place, 'mine.jsonl'), decisions(500));
  await npx('convert', 'mine.jsonl', '--to', 'decisions', '--out', 'mine.parquet');
  const [ours, theirs] = await Promise.all([
    reported(join(place, 'mine.jsonl')),
    npx('report', 'mine.parquet', '--json'),
  ]);
  const told = JSON.parse(theirs.stdout) as Report;
  expect(told.n).toBe(ours.n);
  expect(told.ece.value).toBe(ours.ece.value);
  await npx('publish', 'mine.parquet', '--out', 'site');
  const html = await readFile(join(place, 'site/index.html'), 'utf8');
  expect(html).toContain('data/mine.parquet');
  const bytes = await readFile(join(place, 'site/data/mine.parquet'));
  expect(bytes.subarray(0, 4).toString()).toBe('PAR1');
  expect((await npx('--help')).stdout).toContain('npx calibration-explorer COMMAND');
});
