import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as base, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';

const expect = base.configure({ timeout: 30_000 });
const FIXTURES = join(import.meta.dirname, '../src/formats/parquet/fixtures');

const input = (page: Page) => page.getByLabel('Data file');
const format = (page: Page) => page.getByRole('status', { name: 'Recognised format' });
const n = (page: Page) => page.locator('dt:text-is("n") + dd');

test('Parquet of pandas and of DuckDB with zstd: the diagram of its decisions', async ({
  page,
}) => {
  await page.goto('/#v=1&p=data');
  await input(page).setInputFiles(join(FIXTURES, 'duckdb.parquet'));
  await expect(format(page)).toContainText('decisions in Parquet: it has a list “logits”');
  await expect(page.getByRole('status', { name: 'Matches' })).toContainText('4 of 5');
  await page.getByRole('button', { name: 'Show in Explore' }).click();
  await expect(n(page)).toHaveText(/^34 options/u);
  await page.getByText('Bins as a table').click();
  await page.getByRole('table', { name: /bin/iu }).getByRole('button').first().click();
  const cases = page.getByRole('region', { name: 'Cases of the bin' });
  await expect(cases.getByRole('listitem').first()).toContainText(/^q[123]/u);

  await page.getByRole('button', { name: 'Data', exact: true }).click();
  await input(page).setInputFiles(join(FIXTURES, 'pandas-options.parquet'));
  await expect(format(page)).toContainText('a column for each of the options A, B, C, D');
  await page.getByLabel('Options, with commas between').fill('A, B, C');
  await expect(page.getByRole('status', { name: 'Matches' })).toContainText('0 of 5');
  await expect(page.getByRole('status', { name: 'Matches' })).toContainText('no option');
  await page.getByLabel('Options, with commas between').fill('A, B, C, D');
  await expect(page.getByRole('status', { name: 'Matches' })).toContainText('4 of 5');
  await expectAccessible(page);
});

test('Parquet that is cut off or lies is refused, what was open stays', async ({ page }) => {
  await page.goto('/#v=1&p=data');
  await input(page).setInputFiles(join(FIXTURES, 'pyarrow.parquet'));
  await expect(format(page)).toContainText('5 traces');
  const whole = readFileSync(join(FIXTURES, 'pyarrow.parquet'));
  const lying = Buffer.from(whole);
  lying.writeUInt32LE(0x7fffffff, lying.length - 8);
  for (const [name, buffer, says] of [
    ['cut.parquet', whole.subarray(0, 900), 'it is cut off'],
    ['lying.parquet', lying, 'its footer is longer than the file'],
  ] as const) {
    await input(page).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(page.getByRole('alert')).toContainText(`${name}: The Parquet file is damaged`);
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(format(page)).toContainText('5 traces');
  }
});
