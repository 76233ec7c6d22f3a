import { beforeEach, expect, test, vi } from 'vitest';
import { sha256Hex } from '../../inference/download';
import { groupOf, type FileEntry } from './fileTable';
import { keepFile, keyOf, pathOf } from './files';

const BASE = 'https://host.example/app/';
const GOOD = new TextEncoder().encode('right');
const BAD = new TextEncoder().encode('wrong');
const fetched = vi.fn<typeof fetch>();
let kept: Map<string, Response>;
let entry: FileEntry;

const store = {
  match: (key: string) => Promise.resolve(kept.get(key)),
  put: (key: string, response: Response) => Promise.resolve(void kept.set(key, response)),
} as unknown as Cache;

beforeEach(async () => {
  kept = new Map();
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
  entry = { path: 'assets/x.js', bytes: 5, sha256: await sha256Hex(GOOD), group: 'shell' };
});

test('a file is fetched once, checked, and stored with its type under its content', async () => {
  fetched.mockImplementation(() => Promise.resolve(new Response(GOOD)));
  await keepFile(store, entry, BASE);
  await keepFile(store, entry, BASE);
  expect(fetched).toHaveBeenCalledTimes(1);
  const response = kept.get(keyOf(entry, BASE))!;
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  expect(await response.text()).toBe('right');
});

test('an outdated copy in the HTTP cache is passed by, a file of another version is refused', async () => {
  fetched.mockResolvedValueOnce(new Response(BAD)).mockResolvedValueOnce(new Response(GOOD));
  await keepFile(store, entry, BASE);
  expect(fetched.mock.calls.map(([, init]) => init?.cache)).toEqual(['default', 'reload']);
  kept.clear();
  fetched.mockImplementation(() => Promise.resolve(new Response(BAD)));
  await expect(keepFile(store, entry, BASE)).rejects.toMatchObject({ name: 'IntegrityError' });
  expect(kept.size).toBe(0);
});

test('a full store is the caller’s to know', async () => {
  fetched.mockResolvedValue(new Response(GOOD));
  const full = {
    match: () => Promise.resolve(undefined),
    put: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
  } as unknown as Cache;
  await expect(keepFile(full, entry, BASE)).rejects.toMatchObject({ name: 'QuotaExceededError' });
});

test('a key names the path and the content; an address outside of the page has no path', () => {
  expect(pathOf(keyOf(entry, BASE), BASE)).toBe('assets/x.js');
  expect(pathOf(`${BASE}#v=1`, BASE)).toBe('');
  expect(pathOf('https://host.example/other/x.js', BASE)).toBeNull();
});

test('files of the build are sorted by what they are for', () => {
  const opening = new Set(['decisions/index.json']);
  expect(groupOf('', opening)).toBe('shell');
  expect(groupOf('assets/index-1.js', opening)).toBe('shell');
  expect(groupOf('decisions/index.json', opening)).toBe('shell');
  expect(groupOf('decisions/base-clinic-q8.bin', opening)).toBe('figures');
  expect(groupOf('assets/ort.wasm.bundle.min-1.js')).toBe('wasm');
  expect(groupOf('assets/ort-wasm-simd-threaded-1.wasm')).toBe('wasm');
  expect(groupOf('assets/ort.webgpu.bundle.min-1.js')).toBe('webgpu');
  expect(groupOf('assets/ort-wasm-simd-threaded.asyncify-1.wasm')).toBe('webgpu');
  expect(groupOf('assets/hubWorker-1.js')).toBe('webgpu');
});
