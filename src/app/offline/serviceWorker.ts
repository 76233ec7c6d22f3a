import { sha256Hex } from '../../inference/download';
import { groupOf, type FileEntry, type FileTable } from './fileTable';
import { FILES_CACHE, KEEP_HEADER, keepFile, keyOf, pathOf, putFile } from './files';
import type { ToServiceWorker } from './toServiceWorker';

/** Written in by the build: the files of this version, and the page's security policy. */
declare const __FILES__: FileTable;
declare const __POLICY__: string;

/** What of a service worker's globals is used; the DOM library types a window's. */
type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Fetch = Lasting & {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
};
type Scope = {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: object): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void;
  addEventListener(
    type: 'message',
    listener: (event: Lasting & { readonly data: ToServiceWorker }) => void,
  ): void;
};

const scope = globalThis as unknown as Scope;
const base = scope.registration.scope;
const files = new Map(__FILES__.files.map((entry) => [entry.path, entry]));
const MANIFEST = 'models/manifest.json';

/**
 * Stores the shell, and the newer form of what else the reader has stored: the files of the running version stay beside
 * it. Fails where the shell cannot be had whole; the next visit tries again.
 */
async function install(): Promise<void> {
  const store = await caches.open(FILES_CACHE);
  const held = (await store.keys()).flatMap(({ url }) => pathOf(url, base) ?? []);
  const runtimes = new Set(held.map((path) => groupOf(path)).filter((group) => group !== 'shell'));
  for (const entry of files.values()) {
    if (entry.group === 'shell') await keepFile(store, entry, base);
    else if (entry.group === 'figures' ? held.includes(entry.path) : runtimes.has(entry.group))
      await keepFile(store, entry, base).catch(() => undefined);
  }
}

/** Drops the files of other versions, unless a second window may still be running one. */
async function sweep(): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length > 1) return;
  const store = await caches.open(FILES_CACHE);
  const current = new Set([...files.values()].map((entry) => keyOf(entry, base)));
  current.add(new URL(MANIFEST, base).href);
  for (const request of await store.keys())
    if (!current.has(request.url)) await store.delete(request);
}

/** With the page's policy: a worker has the policy of its own script's headers, which a static host does not send. */
function guarded(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('content-security-policy', __POLICY__);
  return new Response(response.body, { headers });
}

async function stored(entry: FileEntry): Promise<Response | undefined> {
  const store = await caches.open(FILES_CACHE);
  return store.match(keyOf(entry, base));
}

/** From the store, else from the network and then stored; a store that is full costs nothing but the copy. */
async function answer(entry: FileEntry, event: Fetch): Promise<Response> {
  const kept = await stored(entry).catch(() => undefined);
  if (kept !== undefined) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keepCopy(entry, response.clone()).catch(() => undefined));
  return response;
}

async function keepCopy(entry: FileEntry, response: Response): Promise<void> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if ((await sha256Hex(bytes)) !== entry.sha256) return;
  await putFile(await caches.open(FILES_CACHE), entry, base, bytes);
}

/** The list of models: the published one where there is a network, else the last that was seen. */
async function manifest(request: Request): Promise<Response> {
  const store = await caches.open(FILES_CACHE);
  const key = new URL(MANIFEST, base).href;
  try {
    const response = await fetch(request);
    if (response.ok) await store.put(key, response.clone()).catch(() => undefined);
    return response;
  } catch (error) {
    const kept = await store.match(key);
    if (kept === undefined) throw error;
    return kept;
  }
}

/** A file of another version, asked for by a window that still runs it. */
async function formerFile(request: Request): Promise<Response> {
  const store = await caches.open(FILES_CACHE);
  return (await store.match(request, { ignoreSearch: true })) ?? fetch(request);
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(sweep().then(() => scope.clients.claim())),
);
scope.addEventListener('message', (event) => {
  // A new version waits until the reader says so: never under a running session.
  event.waitUntil(event.data === 'activate' ? scope.skipWaiting() : sweep());
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const path = pathOf(request.url, base);
  if (request.method !== 'GET' || path === null || request.headers.has(KEEP_HEADER)) return;
  if (request.mode === 'navigate') {
    const page = path === '' || path === 'index.html' ? files.get('') : undefined;
    if (page !== undefined) event.respondWith(answer(page, event).then(guarded));
  } else if (path === 'offline.json') {
    event.respondWith(Promise.resolve(Response.json(__FILES__)));
  } else if (path === MANIFEST) {
    event.respondWith(manifest(request));
  } else {
    const entry = files.get(path);
    const isWorker = request.destination === 'worker';
    if (entry !== undefined)
      event.respondWith(
        answer(entry, event).then((response) => (isWorker ? guarded(response) : response)),
      );
    else if (path.startsWith('assets/')) event.respondWith(formerFile(request));
  }
});
