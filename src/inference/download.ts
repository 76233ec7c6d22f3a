import { DownloadError, IntegrityError, LoadAbortedError } from './errors';

/** A file to fetch and what its bytes must be. */
export type VerifiedFile = {
  readonly url: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
};

export type DownloadOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Bytes of this file so far. */
  readonly onProgress?: (loadedBytes: number) => void;
};

const CACHE = 'calibration-explorer-models';

/** SHA-256 in lower-case hex. */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Fetches a URL whole. Throws DownloadError, or LoadAbortedError when the signal says so. */
export async function fetchBytes(
  url: string,
  options: DownloadOptions & {
    readonly cache?: RequestCache;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, {
      ...(options.signal && { signal: options.signal }),
      ...(options.cache && { cache: options.cache }),
      ...(options.headers && { headers: options.headers }),
    });
    if (!response.ok)
      throw new DownloadError(`${url} answered ${response.status}. Is the model published there?`);
    const chunks: Uint8Array[] = [];
    let loaded = 0;
    for (const reader = response.body?.getReader(); reader !== undefined;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      loaded += value.length;
      options.onProgress?.(loaded);
    }
    const bytes = new Uint8Array(loaded);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  } catch (error) {
    if (options.signal?.aborted) throw new LoadAbortedError('Loading was stopped.');
    if (error instanceof DownloadError) throw error;
    throw new DownloadError(
      `${url} could not be fetched (${String(error)}). Check the connection and load again.`,
    );
  }
}

/** The browser's store for verified files, or null where there is none (no secure context, blocked). */
async function openStore(): Promise<Cache | null> {
  try {
    return typeof caches === 'undefined' ? null : await caches.open(CACHE);
  } catch {
    return null;
  }
}

function keyOf(file: VerifiedFile): string {
  const url = new URL(file.url);
  url.search = `?sha256=${file.sha256}`;
  return url.href;
}

async function fromStore(
  store: Cache,
  file: VerifiedFile,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept = await store.match(keyOf(file));
  if (kept === undefined) return null;
  const bytes = new Uint8Array(await kept.arrayBuffer());
  if ((await sha256Hex(bytes)) === file.sha256) return bytes;
  await store.delete(keyOf(file));
  return null;
}

/** Keeps the file, and drops what was kept for the same path under another hash. */
async function keep(
  store: Cache,
  file: VerifiedFile,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { pathname } = new URL(file.url);
  for (const request of await store.keys())
    if (new URL(request.url).pathname === pathname) await store.delete(request);
  await store.put(keyOf(file), new Response(bytes));
}

/** Whether the browser keeps this very file. */
export async function isKept(file: VerifiedFile): Promise<boolean> {
  const store = await openStore();
  const kept = await store?.match(keyOf(file)).catch(() => undefined);
  return kept !== undefined;
}

/** Drops what the browser keeps of the file. */
export async function forget(file: VerifiedFile): Promise<void> {
  await (await openStore())?.delete(keyOf(file));
}

/**
 * The bytes of a file, checked against its SHA-256: from the browser's store when they are there, else from
 * the network; a wrong hash from the HTTP cache is fetched once more past it.
 * Throws DownloadError, LoadAbortedError, or IntegrityError when the server's bytes are not the manifest's.
 */
export async function fetchVerified(
  file: VerifiedFile,
  options: DownloadOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const store = await openStore();
  // A store that fails (quota, private mode) costs a download, not the load.
  const kept = store === null ? null : await fromStore(store, file).catch(() => null);
  if (kept !== null) {
    options.onProgress?.(kept.length);
    return kept;
  }
  for (const cache of ['default', 'reload'] as const) {
    const bytes = await fetchBytes(file.url, { ...options, cache });
    if ((await sha256Hex(bytes)) !== file.sha256) continue;
    if (store !== null) await keep(store, file, bytes).catch(() => undefined);
    return bytes;
  }
  throw new IntegrityError(
    `${file.url} is not the file the manifest names (its SHA-256 differs). ` +
      'Reload the page; if it stays, the published model is damaged: publish it again.',
  );
}
