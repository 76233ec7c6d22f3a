import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as base, test } from '@playwright/test';
import { expectedCalibrationError } from '../src/calibration/ece';
import { readBins } from '../src/formats/bins/readBins';
import { expectAccessible } from './axe';

const expect = base.configure({ timeout: 30_000 });
const FILE = join(import.meta.dirname, '../src/formats/bins/fixtures/equal-mass.csv');

test('bins that a database added up: diagram, ECE and n, and why there is no more', async ({
  page,
}) => {
  const { bins, n } = readBins(readFileSync(FILE, 'utf8'));
  const ece = `${(100 * expectedCalibrationError(bins, n)).toFixed(1)} %`;
  await page.goto('/#v=1&p=data');
  await page.getByLabel('Data file').setInputFiles(FILE);
  const section = page.getByRole('region', { name: 'Bins' });
  await expect(section.getByRole('status')).toContainText(`ECE ${ece}, n = ${n}`);
  const diagram = section.getByRole('img', { name: 'Reliability diagram' });
  await expect(diagram.locator('g > line + circle')).toHaveCount(bins.length);
  await expect(section).toContainText('need the single decisions');
  await expect(page.getByRole('button', { name: 'Show in Explore' })).toHaveCount(0);
  await section.getByText('Reliability bins').click();
  await expect(section.getByRole('table').getByRole('row')).toHaveCount(bins.length + 1);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.screenshot({ path: test.info().outputPath('bins.png'), fullPage: true });

  await page.getByLabel('Data file').setInputFiles({
    name: 'bad.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('lower,upper,n,sum_confidence,sum_correct\n0,.5,4,3,1\n'),
  });
  await expect(page.getByRole('alert')).toContainText('bad.csv: Line 2: its mean confidence');
  await expect(section).toHaveCount(0);
});
