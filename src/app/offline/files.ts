import { fetchBytes, sha256Hex, type DownloadOptions } from '../../inference/download';
import { IntegrityError } from '../../inference/errors';
import type { FileEntry } from './fileTable';

/** The browser's store of the build's files. A key names path and content, so versions lie beside each other. */
export const FILES_CACHE = 'calibration-explorer-files';

/** Marks a request whose answer the sender checks and stores itself: the service worker lets it through. */
export const KEEP_HEADER = 'x-keep';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
};

function typeOf(path: string): string {
  const extension = path === '' ? 'html' : path.slice(path.lastIndexOf('.') + 1);
  return TYPES[extension] ?? 'application/octet-stream';
}

/** Key of a file in the store. `base` is the page's folder. */
export function keyOf({ path, sha256 }: Pick<FileEntry, 'path' | 'sha256'>, base: string): string {
  return new URL(`${path}?sha256=${sha256}`, base).href;
}

/** Path below `base` that a key or an address names, or null for one outside. */
export function pathOf(url: string, base: string): string | null {
  const { origin, pathname } = new URL(url);
  const whole = `${origin}${pathname}`;
  return whole.startsWith(base) ? whole.slice(base.length) : null;
}

/**
 * Fetches a file, checks its SHA-256 and stores it; does nothing where it is stored. Throws DownloadError,
 * LoadAbortedError, IntegrityError, or what the store throws when it is full (QuotaExceededError).
 */
export async function keepFile(
  store: Cache,
  entry: FileEntry,
  base: string,
  options: DownloadOptions = {},
): Promise<void> {
  const key = keyOf(entry, base);
  if ((await store.match(key)) !== undefined) {
    options.onProgress?.(entry.bytes);
    return;
  }
  // A copy in the HTTP cache does where its bytes are right.
  for (const cache of ['default', 'reload'] as const) {
    const bytes = await fetchBytes(new URL(entry.path, base).href, {
      ...options,
      cache,
      headers: { [KEEP_HEADER]: '1' },
    });
    if ((await sha256Hex(bytes)) === entry.sha256) return putFile(store, entry, base, bytes);
  }
  throw new IntegrityError(
    `${entry.path || 'The page'} is not the file of this version. Reload the page: a newer one may be published.`,
  );
}

/** Stores bytes that were checked. */
export async function putFile(
  store: Cache,
  entry: FileEntry,
  base: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const headers = {
    'content-type': typeOf(entry.path),
    'content-length': String(bytes.length),
    'x-content-type-options': 'nosniff',
  };
  await store.put(keyOf(entry, base), new Response(bytes, { headers }));
}
