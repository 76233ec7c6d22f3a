// Which Chromium the tests drive: Playwright's own where it is installed, else the machine's.
// Run as a script, it gets one where there is none.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} path */
function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function findBrowser() {
  if (existsSync(chromium.executablePath())) return undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = [
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
  ];
  const path = found.find(executable);
  if (path === undefined)
    throw new Error(
      'No Chromium found. Run `npx playwright install --with-deps chromium`, or install Chrome or Chromium.',
    );
  return path;
}

/** @param {string} command @param {string[]} args */
function attempt(command, args) {
  try {
    execFileSync(command, args, { stdio: 'inherit', timeout: 600_000 });
    return true;
  } catch {
    return false;
  }
}

function present() {
  try {
    findBrowser();
    return true;
  } catch {
    return false;
  }
}

function ensureBrowser() {
  if (present()) return;
  attempt('npx', ['playwright', 'install', 'chromium']);
  if (present()) return;
  if (process.getuid?.() === 0 && attempt('apt-get', ['update']))
    attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  findBrowser();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
