/** The part of the Trusted Types API that is used; the DOM library does not have it yet. */
type TrustedTypes = {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => unknown;
};

/**
 * The address of a script, where it lies below `base`. Throws TypeError on any other, `data:` and `blob:` among them.
 */
export function ownScript(url: string, base: string): string {
  const { href } = new URL(url, base);
  if (href.startsWith(base)) return href;
  throw new TypeError(`${url} is not a script of this page.`);
}

/**
 * Lets workers start from the page's own folder and from nowhere else. The policy has the name `default` so that it also
 * guards what a library or a bundler writes; it has no rule for markup or code, so that strings never become either.
 */
export function guardScripts(base: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', { createScriptURL: (url) => ownScript(url, base) });
}
