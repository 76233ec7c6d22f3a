/** Path of a Chromium to drive, or undefined where Playwright's own is installed. Throws where there is none. */
export function findBrowser(): string | undefined;
