import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchVerified, sha256Hex, type VerifiedFile } from './download';
import { DownloadError, IntegrityError, LoadAbortedError } from './errors';

const GOOD = new TextEncoder().encode('the weights');
const BAD = new TextEncoder().encode('other bytes');
const URL_OF = 'https://host.example/models/base/onnx/model.onnx';

/** The browser's Cache, as far as it is used. */
class FakeStore {
  readonly kept = new Map<string, Uint8Array<ArrayBuffer>>();
  match(key: string) {
    const bytes = this.kept.get(key);
    return Promise.resolve(bytes === undefined ? undefined : new Response(bytes));
  }
  keys() {
    return Promise.resolve([...this.kept.keys()].map((url) => ({ url })));
  }
  delete(key: string | { url: string }) {
    return Promise.resolve(this.kept.delete(typeof key === 'string' ? key : key.url));
  }
  async put(key: string, response: Response) {
    this.kept.set(key, new Uint8Array(await response.arrayBuffer()));
  }
}

let store: FakeStore;
let file: VerifiedFile;
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(async () => {
  store = new FakeStore();
  file = { url: URL_OF, bytes: GOOD.length, sha256: await sha256Hex(GOOD) };
  fetched.mockReset().mockImplementation(() => Promise.resolve(new Response(GOOD)));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('caches', { open: () => Promise.resolve(store) });
});

describe('a verified download', () => {
  it('hashes as SHA-256', async () => {
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(await sha256Hex(new Uint8Array())).toBe(empty);
  });

  it('is fetched once and kept by its hash', async () => {
    const seen: number[] = [];
    expect(await fetchVerified(file, { onProgress: (bytes) => seen.push(bytes) })).toEqual(GOOD);
    expect(await fetchVerified(file)).toEqual(GOOD);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect([...store.kept.keys()]).toEqual([`${URL_OF}?sha256=${file.sha256}`]);
    expect(seen.at(-1)).toBe(GOOD.length);
  });

  it('replaces what was kept for the same path under another hash, and nothing else', async () => {
    const other = 'https://host.example/models/base/tokenizer.json?sha256=1';
    store.kept.set(`${URL_OF}?sha256=old`, BAD).set(other, BAD);
    await fetchVerified(file);
    expect([...store.kept.keys()]).toEqual([other, `${URL_OF}?sha256=${file.sha256}`]);
  });

  it('does not believe what was kept either', async () => {
    store.kept.set(`${URL_OF}?sha256=${file.sha256}`, BAD);
    expect(await fetchVerified(file)).toEqual(GOOD);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('passes a stale HTTP cache once', async () => {
    fetched.mockResolvedValueOnce(new Response(BAD));
    expect(await fetchVerified(file)).toEqual(GOOD);
    expect(fetched.mock.calls.map(([, init]) => init.cache)).toEqual(['default', 'reload']);
  });

  it('refuses other bytes, and keeps nothing', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response(BAD)));
    await expect(fetchVerified(file)).rejects.toThrow(IntegrityError);
    expect(store.kept.size).toBe(0);
  });

  it('works without a store, and with one that fails', async () => {
    vi.stubGlobal('caches', undefined);
    expect(await fetchVerified(file)).toEqual(GOOD);
    const full = () => Promise.reject(new Error('quota'));
    vi.stubGlobal('caches', { open: () => Promise.resolve({ match: full, keys: full }) });
    expect(await fetchVerified(file)).toEqual(GOOD);
    vi.stubGlobal('caches', { open: full });
    expect(await fetchVerified(file)).toEqual(GOOD);
  });

  it('names the address that does not answer', async () => {
    fetched.mockResolvedValueOnce(new Response(null, { status: 404 }));
    await expect(fetchVerified(file)).rejects.toThrow(`${URL_OF} answered 404`);
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(fetchVerified(file)).rejects.toThrow(DownloadError);
  });

  it('is stopped by its signal', async () => {
    fetched.mockImplementation((_, { signal }) => {
      signal!.throwIfAborted();
      return Promise.resolve(new Response(GOOD));
    });
    await expect(fetchVerified(file, { signal: AbortSignal.abort() })).rejects.toThrow(
      LoadAbortedError,
    );
  });
});
