/** What the reader of a report needs: what broke, where, in which browser, on which view. */
export function crashReport(error: Error, userAgent: string, address: string): string {
  const { stack = '' } = error;
  // Chromium's stack begins with the message; those of Firefox and Safari lack it.
  const name = String(error);
  const what = stack.startsWith(name) ? stack : `${name}\n${stack}`;
  return `${what}\n${userAgent}\n${address}`;
}
