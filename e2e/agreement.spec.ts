import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as base, test } from '@playwright/test';
import { cli, reported } from './cli';

const expect = base.configure({ timeout: 60_000 });
test('Explore, Compare, the CLI on the exported decisions and the opened link show one ECE', async ({
  page,
  context,
}) => {
  await page.goto('/#v=1&m=rlvr&t=clinic&T=2.5&b=12');
  const shown = page.getByRole('status', { name: 'Expected calibration error' }).locator('strong');
  await expect(shown).toHaveText(/^\d+\.\d %$/u);
  const ece = (await shown.textContent())!;

  await page.getByText('Export', { exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Decisions CSV' }).click();
  const folder = await mkdtemp(join(tmpdir(), 'agreement-'));
  try {
    const [csv, lines] = [join(folder, 'decisions.csv'), join(folder, 'decisions.jsonl')];
    await (await download).saveAs(csv);
    await writeFile(lines, (await cli('convert', csv, '--to', 'decisions')).stdout);
    const settings = ['--temperature', '2.5', '--bins', '12', '--resamples', '2'];
    const report = await reported(lines, ...settings);
    expect(`${(100 * report.ece.value).toFixed(1)} %`).toBe(ece);
  } finally {
    await rm(folder, { recursive: true });
  }

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(
    other.getByRole('status', { name: 'Expected calibration error' }).locator('strong'),
  ).toHaveText(ece);
  await other.close();

  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(
    page
      .getByRole('grid', { name: 'Every arm on every task' })
      .getByRole('button', { name: 'RLVR, Clinic:' }),
  ).toHaveAttribute('aria-label', new RegExp(`ECE ${ece.replace(' %', '')}\\b`, 'u'));
});
