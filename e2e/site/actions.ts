import { expect, type Page } from '@playwright/test';

/** Opens the page and waits for the shipped figures. */
export async function openPage(page: Page, url = '/'): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole('status', { name: 'Expected calibration error' })).toHaveText(
    /^\d+\.\d %/,
    { timeout: 60_000 },
  );
}

/** Generates a trace of the case on the bench and waits for its decision. */
export async function generate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByRole('status', { name: 'Model' })).toContainText('Self-test passed', {
    timeout: 90_000,
  });
  // The stored trace of the case has a decision as well: only when the work is over is it the generated one.
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeDisabled({
    timeout: 60_000,
  });
  await expect(
    page.getByRole('region', { name: 'Trace' }).getByRole('button', { name: /^Decision token/ }),
  ).toBeVisible({ timeout: 60_000 });
}

/** Starts a run of cases. */
export async function startRun(page: Page, count: number): Promise<void> {
  await page.getByRole('spinbutton', { name: 'Number of cases' }).fill(String(count));
  await page.getByRole('button', { name: 'Run cases' }).click();
}

/** How many cases of the run are done, as the page says; 0 while there is no run. */
export async function runDone(page: Page): Promise<number> {
  const text = await page
    .getByText(/\d+ of \d+ cases · /)
    .first()
    .textContent()
    .catch(() => null);
  return Number(/(\d+) of/.exec(text ?? '')?.[1] ?? 0);
}

/** Waits until the service worker has stored the page and answers for it. */
export async function stored(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      await navigator.serviceWorker.ready;
      return navigator.serviceWorker.controller?.state === 'activated';
    },
    null,
    { timeout: 60_000 },
  );
}
