import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Frame, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { serveSite, type Site } from './site/serve';

let site: Site;
let host: Server;
let hostUrl = '';
/** What the page of another origin shows. */
let content = '';

test.beforeAll(async () => {
  site = await serveSite('/some/path/');
  host = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><html lang="en"><title>Host</title><h1>Host</h1>${content}</html>`),
  );
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
});
test.afterAll(async () => {
  await site.close();
  host.close();
});

const eceStatus = (page: Page | Frame) =>
  page.getByRole('status', { name: 'Expected calibration error' });

async function frameOf(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBe(2);
  return page.frames()[1]!;
}

async function open(page: Page, html: string): Promise<Frame> {
  content = html;
  await page.goto(hostUrl);
  return frameOf(page);
}

test('the element shows the view with the parts asked for, as high as they are', async ({
  page,
}) => {
  await page.goto(`${site.url}#v=1&m=rlvr&t=clinic&T=3`);
  await expect(eceStatus(page)).toContainText('–');
  const ece = /\d+\.\d %/.exec((await eceStatus(page).textContent())!)![0];

  const frame = await open(
    page,
    `<script src="${site.url}embed.js"></script>
     <calibration-explorer view="v=1&amp;m=rlvr&amp;t=clinic&amp;T=3" parts="numbers scale"></calibration-explorer>`,
  );
  await expect(eceStatus(frame)).toContainText(ece);
  await expect(frame.getByRole('slider')).toHaveCount(1);
  await expect(frame.getByRole('navigation')).toHaveCount(0);
  await expect(frame.getByText('Export', { exact: true })).toHaveCount(0);
  const height = () => page.locator('calibration-explorer').evaluate((one) => one.clientHeight);
  const inside = () =>
    frame.evaluate(() => document.querySelector('footer')!.getBoundingClientRect().bottom);
  await expect.poll(async () => Math.abs((await height()) - (await inside()))).toBeLessThan(30);

  const slider = frame.getByRole('slider', { name: 'Decision-token scale' });
  await slider.press('ArrowLeft');
  await expect(eceStatus(frame)).not.toContainText(ece);
  const whole = await frame
    .getByRole('link', { name: 'Open in Calibration Explorer' })
    .getAttribute('href');
  expect(whole).toMatch(/T=3/);
  expect(whole).not.toMatch(/E=/);
  // The page inside follows another address once it is open and has written its own.
  await expect.poll(() => frame.evaluate(() => location.hash)).toMatch(/&a=/);

  await page.locator('calibration-explorer').evaluate((one) => one.setAttribute('parts', 'bins'));
  await expect(frame.getByText('Bins as a table')).toBeVisible();
  await expect(eceStatus(frame)).toHaveCount(0);
});

test('the code that Export gives shows the view in an iframe, and leaves the history of its page alone', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site.url}#v=1&m=ca-proper&t=moderation`);
  await expect(eceStatus(page)).toContainText('–');
  const ece = /\d+\.\d %/.exec((await eceStatus(page).textContent())!)![0];
  await page.getByText('Export', { exact: true }).click();
  await page.getByText('Embed in another page').click();
  await page.getByRole('checkbox', { name: 'model and task' }).check();
  await page.getByRole('button', { name: 'Copy iframe' }).click();
  await expect(page.getByRole('status', { name: 'Export' })).toHaveText('Iframe copied');
  const code = await page.evaluate(() => navigator.clipboard.readText());

  const frame = await open(page, code);
  await expect(eceStatus(frame)).toContainText(ece);
  const entries = await page.evaluate(() => history.length);
  await frame.getByRole('combobox', { name: 'Task' }).selectOption('clinic');
  await expect(frame.getByText(/ca-proper ·/)).toBeVisible();
  await expect(eceStatus(frame)).not.toContainText(ece);
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

for (const theme of ['light', 'dark'])
  test(`an embedded view is accessible, ${theme}, narrow`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${site.url}#v=1&E=numbers-temperature-scale-calibrator-trace-arms&h=${theme}`);
    await expect(eceStatus(page)).toContainText('–');
    await expectAccessible(page);
  });
