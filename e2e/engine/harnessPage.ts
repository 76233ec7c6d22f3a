import { test } from '@playwright/test';
import { servePage } from './serve';

/** Opens the engine's harness before every test of the file, from one server for all of them. */
export function useHarness(): void {
  let served: Awaited<ReturnType<typeof servePage>>;
  test.beforeAll(async () => {
    served = await servePage('e2e/engine/harness.html');
  });
  test.afterAll(() => served.close());
  test.beforeEach(async ({ page }) => {
    await page.goto(served.url);
    await page.waitForFunction(() => 'harness' in window);
  });
}
