import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../e2e/browser.mjs';
import { servePage } from '../e2e/engine/serve';
import { serveApp } from './app';
import type { Row } from './row';

/** What a benchmark may use. Pages are built with Vite as the app is, and opened in headless Chromium. */
export type BenchContext = {
  /** Builds, serves and opens a page of the repository, e.g. `bench/page/engine.html`. */
  readonly openPage: (path: string) => Promise<Page>;
  /** Builds, serves and opens the page that ships. */
  readonly openApp: () => Promise<Page>;
  /** Says on stderr what is being measured. */
  readonly say: (text: string) => void;
};

/** One benchmark: a name to pick it by, and its rows. */
export type BenchModule = {
  readonly name: string;
  readonly run: (context: BenchContext) => Promise<readonly Row[]>;
};

/** A context, and what closes everything it opened. */
export function createContext(): BenchContext & { readonly close: () => Promise<void> } {
  const closers: (() => Promise<void>)[] = [];
  let browser: Browser | null = null;
  const open = async (
    path: string,
    { url, close }: { readonly url: string; readonly close: () => Promise<void> },
  ) => {
    closers.push(close);
    if (browser === null) {
      const executablePath = findBrowser();
      browser = await chromium.launch({
        chromiumSandbox: false,
        args: ['--enable-unsafe-webgpu', '--disable-background-networking'],
        ...(executablePath !== undefined && { executablePath }),
      });
      closers.push(() => browser!.close());
    }
    const page = await browser.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${path}: ${error.message}\n`));
    await page.goto(url);
    return page;
  };
  return {
    say: (text) => process.stderr.write(`${text}\n`),
    openPage: async (path) => open(path, await servePage(path)),
    openApp: async () => open('the page', await serveApp()),
    async close() {
      for (const close of closers.reverse()) await close();
    },
  };
}
