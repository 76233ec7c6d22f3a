import type { Plugin } from 'vite';

/** Where a page may connect to beyond its own origin: nowhere, or where endpoints and the Hub are. */
const CONNECT = "'self' https: http://localhost:* http://127.0.0.1:*";

/**
 * The Content-Security-Policy of the page and of its workers. No inline script, no eval beyond WebAssembly, no foreign
 * origin; a string becomes a script's address only through the policy of `src/app/trustedTypes.ts`.
 * `connect` opens connections (and nothing else) to any https address and to servers on this machine.
 */
export function contentSecurityPolicy(connect: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src ${connect ? CONNECT : "'self'"}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/** Writes the policy into the built page. The dev server has none: its reloading needs inline script. */
export function policy(connect: boolean): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: contentSecurityPolicy(connect),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
