import { rm } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { generate, openPage, runDone, startRun, stored } from './site/actions';
import { newVersion } from './site/newVersion';
import { serveSite, type Site } from './site/serve';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(480_000);

let site: Site;
test.beforeEach(async () => {
  site = await serveSite('/app/');
});
test.afterEach(() => site.close());

/** No network, and nobody there either. */
async function disconnect(page: Page) {
  await site.close();
  await page.context().setOffline(true);
}

const row = (page: Page, name: RegExp) => page.getByRole('row', { name });

test('after one visit with a trace, the page reloads and generates without a network', async ({
  page,
}) => {
  await openPage(page, site.url);
  await stored(page);
  await generate(page);
  await page.getByRole('button', { name: 'Offline' }).click();
  for (const name of ['Runtime for WebAssembly', 'RLVR, 8-bit'])
    await expect(page.getByRole('button', { name: `Remove: ${name}` })).toBeVisible();
  await disconnect(page);
  await page.reload();
  await openPage(page, site.url);
  await page.getByRole('button', { name: 'Next case' }).click();
  await generate(page);
  await startRun(page, 16);
  await expect.poll(() => runDone(page), { timeout: 180_000 }).toBe(16);
});

test('what is asked for is stored with its size, serves without a network, and is removed again', async ({
  page,
}) => {
  await openPage(page, site.url);
  await stored(page);
  await page.getByRole('button', { name: 'Offline' }).click();
  const dialog = page.getByRole('dialog', { name: 'Offline' });
  await expect(dialog).toContainText('opens without a network');
  await expect(row(page, /The page and the figures/)).toContainText(/\d\.\d MB\s*stored/);
  await expect(row(page, /Base, 8-bit/)).toContainText('not stored');
  for (const name of ['Runtime for WebAssembly', 'Figures and traces of all arms', 'Base, 8-bit']) {
    await dialog.getByRole('button', { name: `Keep offline: ${name}` }).click();
    await expect(dialog.getByRole('button', { name: `Remove: ${name}` })).toBeVisible({
      timeout: 60_000,
    });
  }
  await expect(dialog.getByRole('status', { name: 'Storage' })).toContainText(/\d\d\.\d MB stored/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await disconnect(page);
  await openPage(page, site.url);
  await page.getByRole('combobox', { name: 'Model' }).selectOption('base');
  await page.getByRole('combobox', { name: 'Task' }).selectOption('marathon');
  await generate(page);

  await page.getByRole('button', { name: 'Offline' }).click();
  for (const name of ['Runtime for WebAssembly', 'Base, 8-bit']) {
    await dialog.getByRole('button', { name: `Remove: ${name}` }).click();
    await expect(dialog.getByRole('button', { name: `Keep offline: ${name}` })).toBeVisible();
  }
  await expect(row(page, /Base, 8-bit/)).toContainText('not stored');
  await dialog.getByRole('button', { name: 'Keep offline: Base, 8-bit' }).click();
  await expect(dialog.getByRole('alert')).toContainText('could not be stored');
});

test('a new version waits for the reader, a run goes on under it, then the old files are gone', async ({
  page,
}) => {
  await openPage(page, site.url);
  await stored(page);
  const keys = () =>
    page.evaluate(async () => {
      const store = await caches.open('calibration-explorer-files');
      return (await store.keys()).map(({ url }) => url);
    });
  const pages = async () => (await keys()).filter((url) => url.includes('/app/?sha256='));
  const [old] = await pages();
  await startRun(page, 200);
  await expect.poll(() => runDone(page), { timeout: 180_000 }).toBeGreaterThan(0);
  const next = await newVersion('The next version');
  try {
    site.publish(next);
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
    const update = page.getByRole('status', { name: 'Update' });
    await expect(update).toContainText('A new version is ready', { timeout: 60_000 });
    expect((await pages()).length).toBe(2);
    await expect.poll(() => runDone(page), { timeout: 120_000 }).toBe(200);
    await expect(page).toHaveTitle('Calibration Explorer');
    await update.getByRole('button', { name: 'Reload' }).click();
    await expect(page).toHaveTitle('The next version', { timeout: 60_000 });
    await expect.poll(async () => (await pages()).length).toBe(1);
    expect(await pages()).not.toContain(old);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the list of what is stored is accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openPage(page, site.url);
    await page.getByRole('button', { name: 'Offline' }).press('Enter');
    await expect(row(page, /Runtime for WebAssembly/)).toBeVisible();
    await expectAccessible(page);
  });

test('a browser can install the page', async ({ page }) => {
  await openPage(page, site.url);
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${site.url}manifest.webmanifest`);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  const blocking = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(blocking).toEqual([]);
});
