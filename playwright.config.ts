import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/browser.mjs';

/** Another port where several checkouts are tested at once. */
const port = Number(process.env.PORT ?? 4173);
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  timeout: 120_000,
  // Slow machines are no failures.
  expect: { timeout: 20_000 },
  // One a core of a small machine: what waits for one page is another's time.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    // Requests that a service worker makes escape the tests' routes; the offline tests allow it.
    serviceWorkers: 'block',
    viewport: { width: 1360, height: 860 },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // Chromium's sandbox needs a user namespace that containers and root often lack.
      chromiumSandbox: false,
      args: [
        '--enable-unsafe-webgpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}`,
    reuseExistingServer: !process.env.CI,
  },
});
