import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { Figure } from '../src/state/export/figure';

export const ROOT = join(import.meta.dirname, '..');

/** What the command line prints. Rejects where it ends with another code than 0. */
export function cli(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const program = ['--import', 'tsx', join(ROOT, 'src/cli/main.ts')];
  return promisify(execFile)(process.execPath, [...program, ...args], {
    cwd: ROOT,
    maxBuffer: 1e8,
  });
}

export type Report = {
  readonly n: number;
  readonly ece: { readonly value: number; readonly low: number; readonly high: number };
  readonly eceBounds: { readonly low: number; readonly high: number } | null;
};

export const reported = async (file: string, ...args: string[]): Promise<Report> =>
  JSON.parse((await cli('report', file, '--json', ...args)).stdout) as Report;

type Shown = Pick<Figure, 'n' | 'settings' | 'bounds'> & { readonly ece: number };

/** What the page itself says of its diagram, with all digits it has. */
export async function exported(page: Page): Promise<Shown> {
  const button = page.getByRole('button', { name: 'Bins JSON' });
  if (!(await button.isVisible())) await page.getByText('Export', { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return JSON.parse(await readFile(await download.path(), 'utf8')) as Shown;
}
