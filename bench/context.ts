import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../e2e/browser.mjs';
import { servePage } from '../e2e/engine/serve';
import { serveApp } from './app';
import type { GzipHost } from './serveGzip';
import type { Row } from './row';

export type OpenOptions = {
  readonly prepare?: (page: Page) => Promise<void>;
  /** Without it nothing is fetched but what the page needs at once. */
  readonly serviceWorker?: boolean;
};

/** What a benchmark may use. Pages are built with Vite as the app is, and opened in headless Chromium. */
export type BenchContext = {
  /** Builds, serves and opens a page of the repository, e.g. `bench/page/engine.html`. */
  readonly openPage: (path: string) => Promise<Page>;
  /** Opens the page that ships, with nothing in the browser's caches, and its host; `prepare` gets it before it goes anywhere. */
  readonly openApp: (
    options?: OpenOptions,
  ) => Promise<{ readonly page: Page; readonly host: GzipHost }>;
  /** Says on stderr what is being measured. */
  readonly say: (text: string) => void;
};

/** One benchmark: a name to pick it by, and its rows. */
export type BenchModule = {
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<readonly Row[]>;
};

type Served = { readonly url: string; readonly close: () => Promise<void> };

/** A context, and what closes everything it opened. */
export function createContext(): BenchContext & { readonly close: () => Promise<void> } {
  const closers: (() => Promise<void>)[] = [];
  const kept = <T extends Served>(served: T): T => {
    closers.push(served.close);
    return served;
  };
  let browser: Promise<Browser> | null = null;
  let app: Promise<GzipHost> | null = null;
  const launch = async () => {
    const executablePath = findBrowser();
    const launched = await chromium.launch({
      chromiumSandbox: false,
      args: ['--enable-unsafe-webgpu', '--disable-background-networking'],
      ...(executablePath !== undefined && { executablePath }),
    });
    closers.push(() => launched.close());
    return launched;
  };
  const open = async (
    name: string,
    url: string,
    { prepare, serviceWorker = true }: OpenOptions = {},
  ) => {
    browser ??= launch();
    const page = await (
      await browser
    ).newPage({ serviceWorkers: serviceWorker ? 'allow' : 'block' });
    page.on('pageerror', (error) => process.stderr.write(`${name}: ${error.message}\n`));
    await prepare?.(page);
    await page.goto(url);
    return page;
  };
  return {
    say: (text) => process.stderr.write(`${text}\n`),
    openPage: async (path) => open(path, kept(await servePage(path)).url),
    openApp: async (options) => {
      app ??= serveApp().then(kept);
      const host = await app;
      return { page: await open('the page', host.url, options), host };
    },
    async close() {
      for (const close of closers.reverse()) await close();
    },
  };
}
