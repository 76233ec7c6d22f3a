import { expect, test, type Page } from '@playwright/test';
import { generate, openPage, runDone, startRun, stored } from './site/actions';
import { serveSite, type Site } from './site/serve';

/** A sub-path of a host that sends no header of its own: no isolation, no policy. */
const PATH = '/some/deep/path/';

test.use({ serviceWorkers: 'allow' });

let site: Site;
test.beforeAll(async () => {
  site = await serveSite(PATH);
});
test.afterAll(() => site.close());

declare global {
  interface Window {
    violations: string[];
  }
}

/** Collects what the policy refuses, in the page and (by the console) in its workers, and where requests go. */
async function watch(page: Page) {
  const refused: string[] = [];
  const foreign: string[] = [];
  const { origin } = new URL(site.url);
  page.on('console', (message) => {
    if (/content security policy|trusted ?(?:types|script)|refused to/i.test(message.text()))
      refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !['blob:', 'data:'].includes(url.protocol))
      foreign.push(request.url());
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const violations = () => page.evaluate(() => window.violations);
  return { refused, foreign, violations };
}

test('under a sub-path without special headers every flow works, nothing is refused, nothing leaves the origin', async ({
  page,
}) => {
  test.setTimeout(480_000);
  const { refused, foreign, violations } = await watch(page);
  await openPage(page, site.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await stored(page);
  const typed = page.getByRole('textbox', { name: 'Temperature value' });
  await typed.fill('3');
  await typed.press('Enter');
  await page.getByRole('slider', { name: 'Decision-token scale' }).press('ArrowRight');
  await expect(page.getByText(/Null ECE \d+\.\d\s%/)).toBeVisible();
  await generate(page);
  await startRun(page, 64);
  await expect.poll(() => runDone(page), { timeout: 180_000 }).toBe(64);
  for (const task of await page
    .getByRole('combobox', { name: 'Task' })
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value)))
    await page.getByRole('combobox', { name: 'Task' }).selectOption(task);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
  await page.getByRole('checkbox', { name: 'Presenter' }).check();
  await page.getByRole('button', { name: 'Offline' }).click();
  await expect(page.getByRole('row', { name: /Runtime for WebAssembly/ })).toContainText('stored');
  await page.keyboard.press('Escape');
  for (const panel of await page
    .getByRole('navigation', { name: 'Panels' })
    .getByRole('button')
    .all()) {
    await panel.click();
    await expect(page.getByText('Fetching the panel …')).toHaveCount(0, { timeout: 30_000 });
    await expect(panel).toHaveAttribute('aria-current', 'page');
  }
  expect(await violations()).toEqual([]);
  expect(refused).toEqual([]);
  expect(foreign).toEqual([]);
  expect(site.requested.filter((path) => !path.startsWith(PATH))).toEqual([]);
});

test('the policy refuses markup from strings, code from strings, foreign scripts, workers and connections', async ({
  page,
}) => {
  await watch(page);
  await openPage(page, site.url);
  const outcomes = await page.evaluate(async () => {
    const thrown = (action: () => unknown): string => {
      try {
        action();
        return 'allowed';
      } catch (error) {
        return (error as Error).name;
      }
    };
    // What the browser's debugger evaluates may evaluate strings: a task of the page's own may not.
    const later = (action: () => unknown) =>
      new Promise<string>((resolve) => setTimeout(() => resolve(thrown(action))));
    const violated = (directive: string) =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          if (event.effectiveDirective === directive) resolve(event.blockedURI);
        });
        setTimeout(resolve, 5000, 'no violation');
      });
    const connection = violated('connect-src');
    await fetch('https://elsewhere.example/').catch(() => undefined);
    const script = document.createElement('script');
    return {
      markup: thrown(() => (document.createElement('p').innerHTML = '<b>bold</b>')),
      code: await later(() => Reflect.construct(Function, ['return 1'])),
      inline: thrown(() => (script.text = 'window.ran = true')),
      address: thrown(() => (script.src = 'https://elsewhere.example/x.js')),
      worker: thrown(() => new Worker('data:text/javascript,1')),
      outside: thrown(() => new Worker('../other.js')),
      connection: await connection,
    };
  });
  const { code, connection, ...sinks } = outcomes;
  expect(code).toMatch(/Error$/);
  expect(connection).toContain('https://elsewhere.example');
  expect(Object.values(sinks)).toEqual(Array(5).fill('TypeError'));
});

test('the engine’s worker has the policy too, once the page is stored', async ({ page }) => {
  await openPage(page, site.url);
  await stored(page);
  await generate(page);
  const engine = page.workers().find((worker) => /\/worker-[\w-]+\.js$/.test(worker.url()))!;
  const outcome = await engine.evaluate(async () => {
    const refused = new Promise<string>((resolve) =>
      globalThis.addEventListener('securitypolicyviolation', (event) =>
        resolve(event.effectiveDirective),
      ),
    );
    await fetch('https://elsewhere.example/').catch(() => undefined);
    return Promise.race([refused, new Promise((resolve) => setTimeout(resolve, 5000, 'allowed'))]);
  });
  expect(outcome).toBe('connect-src');
});
