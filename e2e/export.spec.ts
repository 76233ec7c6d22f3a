import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import type { Figure } from '../src/state/export/figure';
import { eceOfRows } from '../src/calibration/ece';

declare global {
  interface Window {
    violations: string[];
  }
}

const eceStatus = (page: Page) => page.getByRole('status', { name: 'Expected calibration error' });
const shownEce = async (page: Page) => /\d+\.\d %/.exec((await eceStatus(page).textContent())!)![0];

async function open(page: Page) {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  await page.goto('/');
  await expect(eceStatus(page)).toContainText('–');
  await page.getByText('Export', { exact: true }).click();
}

async function saved(page: Page, button: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function typeT(page: Page, value: string) {
  const box = page.getByRole('textbox', { name: 'Temperature value' });
  await box.fill(value);
  await box.press('Enter');
  await expect(page.locator('[data-fresh="false"]')).toHaveCount(0);
  await expect(eceStatus(page)).toContainText('–');
}

async function drop(page: Page, name: string, content: string | Buffer) {
  const transfer = await page.evaluateHandle(
    ([fileName, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], fileName));
      return data;
    },
    [name, [...Buffer.from(content)]] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

const cells = (bytes: Buffer) =>
  bytes
    .toString()
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

test('the SVG stands alone with the numbers of the page, and dropped back restores them', async ({
  page,
  context,
}) => {
  await open(page);
  await typeT(page, '3');
  const ece = await shownEce(page);
  const { name, bytes } = await saved(page, 'SVG');
  expect(name).toBe('reliability-rlvr-clinic-n2000.svg');
  const text = bytes.toString();
  expect(text).not.toMatch(/var\(| class=| style=|<script/);

  const alone = await context.newPage();
  await alone.setContent(text);
  await expect(alone.locator('svg text', { hasText: 'ECE' })).toContainText(
    `ECE ${ece}, 95 % interval`,
  );
  await expect(alone.locator('svg')).toContainText('T = 3, α = 1');
  const marks = await page
    .getByRole('img', { name: 'Reliability diagram' })
    .locator('circle')
    .all();
  // Each dot of the page has a second circle that only catches the pointer.
  await expect(alone.locator('svg circle')).toHaveCount(marks.length / 2);
  const inside = await alone.locator('svg').evaluate((svg) => {
    const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].every((one) => {
      const { left, right, bottom } = one.getBoundingClientRect();
      return left >= box.left && right <= box.right && bottom <= box.bottom;
    });
  });
  expect(inside).toBe(true);
  await alone.close();

  await typeT(page, '1');
  await expect(eceStatus(page)).not.toContainText(ece);
  await drop(page, name, text);
  await expect(page.getByRole('textbox', { name: 'Temperature value' })).toHaveValue('3');
  await expect(eceStatus(page)).toContainText(ece);

  await drop(page, 'other.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await expect(page.getByRole('alert')).toContainText('other.svg is no figure of this page');
  await expect(page.getByRole('textbox', { name: 'Temperature value' })).toHaveValue('3');
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('the PNG has two pixels a unit of the SVG, and dropped back restores its view', async ({
  page,
}) => {
  await open(page);
  const svg = (await saved(page, 'SVG')).bytes.toString();
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
  const { name, bytes } = await saved(page, 'PNG');
  expect(name).toBe('reliability-rlvr-clinic-n2000.png');
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
    2 * Number(width),
    2 * Number(height),
  ]);
  await typeT(page, '4');
  await drop(page, name, bytes);
  await expect(page.getByRole('textbox', { name: 'Temperature value' })).toHaveValue('1');
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('the HTML figure works from a file without a network, and dropped back shows its decisions', async ({
  page,
  browser,
}, info) => {
  await open(page);
  await typeT(page, '3');
  const ece = await shownEce(page);
  const { name, bytes } = await saved(page, 'HTML');
  expect(name).toBe('figure-rlvr-clinic-n2000.html');
  const file = info.outputPath(name);
  await writeFile(file, bytes);

  const context = await browser.newContext({ offline: true });
  const alone = await context.newPage();
  const troubles: string[] = [];
  alone.on('console', (message) => troubles.push(message.text()));
  alone.on('pageerror', (error) => troubles.push(error.message));
  await alone.goto(pathToFileURL(file).href);
  await expect(eceStatus(alone)).toContainText(ece);
  await expect(eceStatus(alone)).toContainText('–');
  await expectAccessible(alone);
  await typeT(alone, '30');
  await expect(eceStatus(alone)).not.toContainText(ece);
  await alone.getByRole('combobox', { name: 'Calibrator' }).selectOption('isotonic');
  await expect(alone.getByRole('table', { name: 'Before and after the calibrator' })).toBeVisible();
  await alone.getByRole('button', { name: 'Restore' }).click();
  await expect(eceStatus(alone)).toContainText(ece);
  expect(troubles).toEqual([]);
  await context.close();

  await typeT(page, '1');
  await drop(page, name, bytes);
  await expect(page.getByRole('radio', { name: `your file ${name}` })).toBeChecked();
  await expect(eceStatus(page)).toContainText(ece);
});

test('bins and decisions: the ECE recomputed from either is the page’s', async ({ page }) => {
  await open(page);
  await typeT(page, '2');
  const ece = await shownEce(page);
  const [, ...bins] = cells((await saved(page, 'Bins CSV')).bytes).map((row) => row.map(Number));
  const n = bins.reduce((sum, [, , count]) => sum + count!, 0);
  expect(n).toBe(2000);
  const gaps = bins.map(
    ([, , count, confidence, accuracy]) => count! * Math.abs(accuracy! - confidence!),
  );
  const ofBins = gaps.reduce((sum, gap) => sum + gap, 0) / n;
  expect(`${(100 * ofBins).toFixed(1)} %`).toBe(ece);

  const [header, ...rows] = cells((await saved(page, 'Decisions CSV')).bytes);
  const column = (name: string) => rows.map((row) => Number(row[header!.indexOf(name)]));
  const ofRows = eceOfRows(
    Float64Array.from(column('confidence')),
    Uint8Array.from(column('correct')),
  );
  expect(ofRows).toBeCloseTo(ofBins, 12);

  const { name, bytes } = await saved(page, 'Decisions JSON');
  expect(name).toBe('decisions-rlvr-clinic-n2000.json');
  const file = JSON.parse(bytes.toString()) as {
    ece: number;
    sha256: string;
    decisions: unknown[];
  };
  expect(file.decisions).toHaveLength(2000);
  expect(file.ece).toBeCloseTo(ofBins, 11);
  expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('the Parquet of the decisions, imported again, gives the same ECE', async ({ page }) => {
  await open(page);
  await typeT(page, '2');
  const before = JSON.parse((await saved(page, 'Bins JSON')).bytes.toString()) as Figure;
  const { name, bytes } = await saved(page, 'Decisions Parquet');
  expect(name).toBe('decisions-rlvr-clinic-n2000.parquet');
  expect(bytes.subarray(0, 4).toString()).toBe('PAR1');

  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await page
    .getByLabel('Data file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await page.getByRole('button', { name: 'Show in Explore' }).click();
  await expect(page.getByRole('radio', { name: `your file ${name}` })).toBeChecked();
  await expect(eceStatus(page)).toContainText('–');
  await page.getByText('Export', { exact: true }).click();
  const after = JSON.parse((await saved(page, 'Bins JSON')).bytes.toString()) as Figure;
  expect(after).toMatchObject({ n: 2000, model: 'rlvr', task: 'clinic', origin: 'imported' });
  expect(before.ece).toBeGreaterThan(0);
  expect(Math.abs(after.ece! - before.ece!)).toBeLessThan(1e-12);
});

test('the link is copied; where copying is refused it stands in a field', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await typeT(page, '5');
  await page.getByRole('button', { name: 'Copy link' }).click();
  const status = page.getByRole('status', { name: 'Export' });
  await expect(status).toHaveText('Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#v=1&.*T=5/);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('textbox', { name: 'Link to this view' })).toHaveValue(/T=5/);
});
