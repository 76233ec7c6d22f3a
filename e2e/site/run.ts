import { expect, type Page } from '@playwright/test';
import { runDone } from './actions';

export const keptRun = (page: Page) => page.getByRole('status', { name: 'Kept run' });
export const alert = (page: Page) => page.getByRole('alert');
export const under = (page: Page) => expect.poll(() => runDone(page), { timeout: 180_000 });
export const engineOf = (page: Page) =>
  page.workers().find((worker) => /\/worker-[\w-]+\.js$/.test(worker.url()))!;
/** Cases of the table that the diagram shows. */
export const rows = async (page: Page) =>
  Number(await page.locator('dt:text-is("n") + dd').evaluate((n) => n.firstChild?.nodeValue));
