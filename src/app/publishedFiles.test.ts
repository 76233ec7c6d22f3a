import { afterEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Explorer } from '../state/explorer';
import { createView } from '../state/view/view';
import type { PublishedFile } from '../state/published';

const reading = new Map<string, { done: () => void; fail: () => void }>();
vi.mock('../panels/data/openPublished', () => ({
  openPublished: (_: Explorer, { name }: PublishedFile) =>
    new Promise<void>((resolve, reject) => {
      reading.set(name, { done: resolve, fail: () => reject(new Error('offline')) });
    }),
}));
const { createPublishedFiles } = await import('./publishedFiles');

afterEach(() => reading.clear());

/** A page published with two files, the first asked for. */
async function opened() {
  const store = createStore<{ error: string | null; awaited: boolean }>(() => ({
    error: null,
    awaited: false,
  }));
  const explorer = { store, view: createView() } as unknown as Explorer;
  const files = ['a', 'b'].map((name) => ({ name, path: `data/${name}` }));
  const published = createPublishedFiles(explorer, { files, view: '' }, 'http://x/', null);
  await published.start();
  const asked = (name: string) => vi.waitUntil(() => reading.get(name));
  return { published, error: () => store.getState().error, asked };
}

test('a file that cannot be read is named', async () => {
  const { published, error, asked } = await opened();
  published.open(0);
  expect(published.store.getState().opening).toBe('a');
  (await asked('a')).fail();
  await vi.waitFor(() => expect(error()).toMatch(/^a could not be fetched/u));
  expect(published.store.getState().opening).toBeNull();
});

test('of one that was left for another nothing is said', async () => {
  const { published, error, asked } = await opened();
  published.open(0);
  const former = await asked('a');
  published.open(1);
  const now = await asked('b');
  former.fail();
  await new Promise((resolve) => setTimeout(resolve));
  expect(error()).toBeNull();
  expect(published.store.getState().opening).toBe('b');
  now.done();
  await vi.waitFor(() => expect(published.store.getState().opening).toBeNull());
});
