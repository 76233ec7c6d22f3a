import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect as base, test, type Page } from '@playwright/test';
import { createRandom } from '../src/calibration/random';
import { expectAccessible } from './axe';
import { cli, reported, type Report } from './cli';

const expect = base.configure({ timeout: 30_000 });
let folder = '';
let told: Report | null = null;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
  const random = createRandom('report');
  const options = ['A', 'B', 'C'];
  const lines = Array.from({ length: 1200 }, (_, i) => {
    const logits = options.map(() => 6 * random());
    const best = options[logits.indexOf(Math.max(...logits))];
    const gold = random() < 0.5 ? best : options[Math.floor(3 * random())];
    return `${JSON.stringify({ id: `c${i}`, model: 'tiny <1>', options, logits, gold })}\n`;
  });
  const file = join(folder, 'mine.jsonl');
  await writeFile(file, lines.join(''));
  const figures = ['svg', 'html'].flatMap((type) => [`--${type}`, join(folder, `mine.${type}`)]);
  const settings = ['--temperature', '2', '--bins', '12'];
  told = JSON.parse(
    (await cli('report', file, '--json', ...settings, ...figures)).stdout,
  ) as Report;
});
test.afterAll(() => rm(folder, { recursive: true }));

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
const eceStatus = (page: Page) => page.getByRole('status', { name: 'Expected calibration error' });

test('the HTML of the report, opened as a file without network, shows its ECE', async ({
  browser,
}) => {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(pathToFileURL(join(folder, 'mine.html')).href);
  await expect(eceStatus(page)).toContainText(percent(told!.ece.value));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('tiny <1>');
  await expect(page.locator('dt:text-is("n") + dd')).toContainText(/1.?200/u);
  await expect(page.getByRole('textbox', { name: 'Temperature value' })).toHaveValue('2');
  await expectAccessible(page);
  expect(troubles).toEqual([]);
  await context.close();
});

test('a figure after a calibrator shows in the page what the report judged', async ({
  browser,
}) => {
  const [file, html] = [join(folder, 'mine.jsonl'), join(folder, 'isotonic.html')];
  const after = await reported(file, '--calibrator', 'isotonic', '--html', html);
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(html).href);
  await expect(eceStatus(page)).toContainText(percent(after.ece.value));
  await expect(eceStatus(page)).toContainText(
    `${percent(after.ece.low)} – ${percent(after.ece.high)}`,
  );
  await expect(page.locator('dt:text-is("n") + dd')).toContainText(String(after.n));
  await expect(page.getByRole('combobox', { name: 'Calibrator' })).toHaveValue('isotonic');
  await context.close();
});

test('the SVG of the report parses, is within its edges, and dropped on the page restores its view', async ({
  page,
  context,
}) => {
  const svg = await readFile(join(folder, 'mine.svg'), 'utf8');
  const alone = await context.newPage();
  await alone.goto(pathToFileURL(join(folder, 'mine.svg')).href);
  const seen = await alone.evaluate(() => {
    const box = document.documentElement.getBoundingClientRect();
    const texts = [...document.querySelectorAll('text')];
    return {
      root: document.documentElement.tagName,
      broken: document.querySelector('parsererror') !== null,
      words: texts.map(({ textContent }) => textContent).join(' '),
      inside: texts.every((one) => {
        const { left, right, bottom } = one.getBoundingClientRect();
        return left >= box.left && right <= box.right && bottom <= box.bottom;
      }),
    };
  });
  expect(seen).toMatchObject({ root: 'svg', broken: false, inside: true });
  expect(seen.words).toContain(`ECE ${percent(told!.ece.value)}, 95 % interval`);
  expect(seen.words).toContain('n = 1200');
  await alone.close();

  await page.goto('/');
  await expect(eceStatus(page)).toContainText('–');
  const drop = async (name: string, content: string) => {
    const transfer = await page.evaluateHandle(
      ([file, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], file));
        return data;
      },
      [name, content] as const,
    );
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  };
  await drop('mine.svg', svg);
  await expect(page.getByRole('textbox', { name: 'Temperature value' })).toHaveValue('2');
  await expect(page.getByRole('alert')).toContainText('but not its decisions');

  await drop('mine.html', await readFile(join(folder, 'mine.html'), 'utf8'));
  await expect(eceStatus(page)).toContainText(percent(told!.ece.value));
});
