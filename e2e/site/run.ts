import { expect, type Page } from '@playwright/test';
import { openPage, runDone, startRun } from './actions';

export const keptRun = (page: Page) => page.getByRole('status', { name: 'Kept run' });
export const alert = (page: Page) => page.getByRole('alert');
export const under = (page: Page) => expect.poll(() => runDone(page), { timeout: 180_000 });
export const engineOf = (page: Page) =>
  page.workers().find((worker) => /\/worker-[\w-]+\.js$/.test(worker.url()))!;
/** Cases of the table that the diagram shows. */
export const rows = async (page: Page) =>
  Number(await page.locator('dt:text-is("n") + dd').evaluate((n) => n.firstChild?.nodeValue));

/** Opens the page and starts a run, some cases of which are done. */
export async function runUnderWay(page: Page, count: number): Promise<void> {
  await openPage(page);
  await startRun(page, count);
  await under(page).toBeGreaterThan(20);
}

/** The interrupted run is offered with its traces, and goes on to its end. */
export async function expectGoesOn(page: Page, count: number): Promise<void> {
  await expect(keptRun(page)).toContainText(
    new RegExp(`Your run of \\d+ of ${count} cases .* was interrupted`),
  );
  expect(await rows(page)).toBeGreaterThan(0);
  await keptRun(page).getByRole('button', { name: 'Continue' }).click();
  await under(page).toBe(count);
  await expect(page.getByText('· complete')).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
}
