import { expect, test } from '@playwright/test';
import { alert, engineOf, expectGoesOn, keptRun, runUnderWay, under } from './site/run';

// Most of their time they wait: one after the other, while another worker computes.
test.setTimeout(480_000);

test('a worker that is stuck is given up, its traces stay, and the run goes on', async ({
  page,
}) => {
  await runUnderWay(page, 200);
  // It holds its lock, ends with no event and answers nothing.
  void engineOf(page)
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await expect(alert(page)).toContainText('nothing was heard of it for 60 seconds', {
    timeout: 150_000,
  });
  await expectGoesOn(page, 200);
});

test('a worker that dies where the browser has no locks is noticed by its silence', async ({
  page,
}) => {
  await page.route('**/assets/worker-*.js', async (route) => {
    const response = await route.fetch();
    const patch = `delete Object.getPrototypeOf(navigator).locks;\n`;
    await route.fulfill({ response, body: patch + (await response.text()) });
  });
  await runUnderWay(page, 200);
  expect(await engineOf(page).evaluate(() => 'locks' in navigator)).toBe(false);
  await engineOf(page).evaluate(() => self.close());
  await expect(alert(page)).toContainText('nothing was heard of it', { timeout: 150_000 });
  await expect(keptRun(page)).toContainText('was interrupted');
});

test('a worker that is busy for half a minute is left alone', async ({ page }) => {
  await runUnderWay(page, 200);
  await engineOf(page).evaluate(() => {
    const end = performance.now() + 30_000;
    while (performance.now() < end);
  });
  await under(page).toBe(200);
  await expect(page.getByText('· complete')).toBeVisible();
  await expect(alert(page)).toHaveCount(0);
});
