import { chromium, expect, test, type Page } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { generate, openPage, runDone, startRun } from './site/actions';
import { alert, engineOf, expectGoesOn, keptRun, rows, runUnderWay, under } from './site/run';
import { storedIn } from './site/stored';

test.setTimeout(480_000);
test.describe.configure({ mode: 'parallel' });

/** Browser storage of at most so many bytes. */
async function limitStorage(page: Page, quotaSize: number) {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
}

const stored = (page: Page) => storedIn(page, 'calibration-explorer');

/** Cases of the table that the diagram shows, with those that it leaves out for want of a decision. */
const drawn = (page: Page) =>
  page
    .locator('dt:text-is("n") + dd')
    .evaluate(
      (n) =>
        Number(n.firstChild?.nodeValue) + Number(/(\d+) without/.exec(n.textContent)?.[1] ?? 0),
    );

test('a worker that is ended in mid-run is told of, its traces stay, and the run goes on', async ({
  page,
}) => {
  await runUnderWay(page, 200);
  await engineOf(page).evaluate(() => self.close());
  await expect(alert(page)).toContainText('the browser ended it', { timeout: 30_000 });
  await expectGoesOn(page, 200);
  await expect(keptRun(page)).toHaveCount(0);
});

test('a worker that is ended while it generates is told of, and the next trace comes', async ({
  page,
}) => {
  await openPage(page);
  await generate(page);
  await page.getByRole('button', { name: 'Next case' }).click();
  await engineOf(page).evaluate(() => self.close());
  await page.getByRole('button', { name: 'Generate' }).click();
  // The stored trace of the case has a decision as well: only when the work is over is it the generated one.
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeDisabled({
    timeout: 90_000,
  });
  const told = alert(page);
  const decided = page
    .getByRole('region', { name: 'Trace' })
    .getByRole('button', { name: /^Decision token/ });
  await expect(told.or(decided)).toBeVisible({ timeout: 30_000 });
  await generate(page);
  await expect(told).toHaveCount(0);
});

test('a run that a reload interrupts is offered, shown, and gone on with to the same table', async ({
  page,
}) => {
  await openPage(page);
  await startRun(page, 160);
  await under(page).toBeGreaterThan(30);
  await expect.poll(() => stored(page)).toBeGreaterThan(30);
  await page.reload();
  await expect(keptRun(page)).toContainText(/Your run of \d+ of 160 cases .* was interrupted/);
  const kept = Number(/run of (\d+)/.exec((await keptRun(page).textContent())!)![1]);
  expect(kept).toBeGreaterThan(30);
  await keptRun(page).getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText(`${kept} of 160 cases · `).first()).toBeVisible();
  // Before, the diagram shows the shipped table, which has more rows.
  await expect.poll(() => rows(page)).toBeLessThanOrEqual(kept);
  expect(await rows(page)).toBeGreaterThan(0);
  await keptRun(page).getByRole('button', { name: 'Continue' }).click();
  await under(page).toBe(160);
  await expect(page.getByText('· complete')).toBeVisible();
  await expect.poll(() => drawn(page)).toBe(160);
  const ece = page.getByRole('status', { name: 'Expected calibration error' });
  const [n, shown] = [await rows(page), await ece.locator('strong').textContent()];

  // The same run without an interruption.
  await startRun(page, 160);
  await under(page).toBeLessThan(160);
  await under(page).toBe(160);
  await expect(page.getByText('· complete')).toBeVisible();
  await expect.poll(() => drawn(page)).toBe(160);
  expect([await rows(page), await ece.locator('strong').textContent()]).toEqual([n, shown]);

  await expect.poll(() => stored(page)).toBeGreaterThanOrEqual(160);
  await page.reload();
  await expect(keptRun(page)).toContainText('Your run of 160 cases');
  await keptRun(page).getByRole('button', { name: 'Discard' }).click();
  await expect(keptRun(page)).toHaveCount(0);
  await page.reload();
  await openPage(page);
  await expect(keptRun(page)).toHaveCount(0);
});

test('two tabs: a run under way is not offered to the other, one that its tab left is', async ({
  page,
  context,
}) => {
  await openPage(page);
  await startRun(page, 1500);
  await under(page).toBeGreaterThan(20);
  const other = await context.newPage();
  await openPage(other);
  await expect(keptRun(other)).toHaveCount(0);
  await startRun(other, 8);
  const elsewhere = other.getByRole('status', { name: 'Other tab' });
  // It is told for as long as the short run lasts.
  await expect
    .poll(async () => (await elsewhere.allTextContents()).join(), {
      timeout: 60_000,
      intervals: [30],
    })
    .toContain('Another tab');
  await under(other).toBe(8);
  await expect(elsewhere).toHaveCount(0);
  const done = await runDone(page);
  expect(done).toBeLessThan(1500);
  await page.close();
  await other.reload();
  // The newest first; then the one that was left.
  await expect(keptRun(other)).toContainText('Your run of 8 cases');
  await keptRun(other).getByRole('button', { name: 'Discard' }).click();
  await expect(keptRun(other)).toContainText(/Your run of \d+ of 1500 cases .* was interrupted/);
});

test('a full storage: the model runs and the run ends, and the page says what is not kept', async ({
  page,
}) => {
  await openPage(page);
  await limitStorage(page, 1000);
  await startRun(page, 60);
  await under(page).toBe(60);
  await expect(page.getByText('· complete')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Storage problem' })).toContainText(
    'storage is full',
  );
  await expect(page.getByRole('status', { name: 'No room' })).toContainText('no room to keep it');
  await page.getByRole('button', { name: 'Offline' }).click();
  const dialog = page.getByRole('dialog', { name: 'Offline' });
  await dialog.getByRole('button', { name: 'Keep offline: Base, 8-bit' }).click();
  await expect(dialog.getByRole('alert')).toContainText('no room for “Base, 8-bit”');
});

test('a tab that is frozen in mid-run goes on where it was when it is looked at again', async ({
  page,
}) => {
  await runUnderWay(page, 200);
  await expect(page).toHaveTitle(/^\d+\/200 · /);
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await under(page).toBe(200);
  await expect(page.getByText('· complete')).toBeVisible();
  await expect(page).toHaveTitle('Calibration Explorer');
  await expect(alert(page)).toHaveCount(0);
});

test('a GPU that is lost in mid-run is told of, and the model loads again', async ({ page }) => {
  // The page takes no software GPU by itself: here it must not notice, and the device is kept to be destroyed.
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    const patch = `
      if (globalThis.GPUAdapter) {
        Object.defineProperty(GPUAdapter.prototype, 'info', {
          get: () => ({ vendor: 'test', architecture: 'test', isFallbackAdapter: false }),
        });
        const request = GPUAdapter.prototype.requestDevice;
        GPUAdapter.prototype.requestDevice = async function (...args) {
          return (globalThis.device = await request.apply(this, args));
        };
      }\n`;
    await route.fulfill({ response, body: patch + (await response.text()) });
  });
  await openPage(page);
  const adapter = await page.evaluate(async () =>
    'gpu' in navigator ? (await navigator.gpu.requestAdapter()) !== null : false,
  );
  test.skip(!adapter, 'this browser has no WebGPU adapter, not even a software one');
  const status = page.getByRole('status', { name: 'Model' });
  await startRun(page, 4);
  // A fast GPU is soon done with four cases.
  await expect
    .poll(() => status.textContent(), { timeout: 180_000, intervals: [30] })
    .toContain('Runs here on WebGPU');
  await engineOf(page).evaluate(() =>
    (globalThis as unknown as { device: GPUDevice }).device.destroy(),
  );
  await expect(alert(page)).toContainText('The GPU was lost', { timeout: 60_000 });
  await expect(page.getByText('The model is not loaded.')).toBeVisible();
  await page.unroute('**/assets/worker-*.js');
  await generate(page);
  await expect(alert(page)).toHaveCount(0);
});

test('too little memory for the model is told of, and the page goes on', async ({
  baseURL,
  viewport,
}) => {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: false,
    // 19 MB of memory for WebAssembly: the runtime starts, the model does not fit.
    args: ['--js-flags=--wasm-max-mem-pages=300'],
  });
  try {
    const page = await browser.newPage({ viewport, serviceWorkers: 'block' });
    await openPage(page, baseURL);
    await page.getByRole('combobox', { name: 'Model' }).selectOption('base');
    await page.getByRole('button', { name: 'Generate' }).click();
    await expect(alert(page)).toContainText('memory', { timeout: 60_000 });
    await expect(alert(page)).toContainText('close other tabs');
    await expect(page.getByText('The model is not loaded.')).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: 'Next case' }).click();
    await expect(page.getByRole('button', { name: /^Decision token/ })).toBeVisible();
  } finally {
    await browser.close();
  }
});

test('a page that breaks says so, with a report to copy, and a reload brings it back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.route('**/decisions/index.json', async (route) => {
    const response = await route.fetch();
    const catalogue = (await response.json()) as { models: { dtypes?: unknown }[] };
    for (const model of catalogue.models) delete model.dtypes;
    await route.fulfill({ response, json: catalogue });
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'The page broke.' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy the report' }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain('TypeError');
  expect(await copied()).toContain('Mozilla/');
  await page.unroute('**/decisions/index.json');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('status', { name: 'Expected calibration error' })).toHaveText(
    /^\d+\.\d %/,
  );
});
