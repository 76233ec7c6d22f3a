import { expect, test } from 'vitest';
import { forgetModel, keptModels, type Caches } from './cache';

/** Caches of one name that hold the given addresses with their sizes. */
function cachesOf(files: Record<string, number | null>): Caches {
  const kept = new Map(Object.entries(files));
  const cache = {
    keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
    match: ({ url }: { url: string }) => {
      const size = kept.get(url);
      const headers = new Headers(size == null ? {} : { 'content-length': String(size) });
      return Promise.resolve(new Response('four', { headers }));
    },
    delete: ({ url }: { url: string }) => Promise.resolve(kept.delete(url)),
  };
  return {
    has: (name: string) => Promise.resolve(name === 'transformers-cache'),
    open: () => Promise.resolve(cache as unknown as Cache),
  };
}

test('files are counted by model and revision, and one model is forgotten without the others', async () => {
  const caches = cachesOf({
    'https://huggingface.co/a/one/resolve/main/config.json': 100,
    'https://huggingface.co/a/one/resolve/main/onnx/model_q4.onnx': 5000,
    'https://huggingface.co/a/one/resolve/refs%2Fpr%2F3/onnx/model.onnx': null,
    'http://localhost:1/hub/b/two/resolve/main/tokenizer.json': 7,
    'https://me.example/ort.wasm': 9,
  });
  expect(await keptModels(caches)).toEqual([
    { repo: 'a/one', revision: 'main', files: 2, bytes: 5100 },
    { repo: 'a/one', revision: 'refs/pr/3', files: 1, bytes: 4 },
    { repo: 'b/two', revision: 'main', files: 1, bytes: 7 },
  ]);
  expect(await forgetModel(caches, { repo: 'a/one', revision: 'main' })).toBe(2);
  expect((await keptModels(caches)).map(({ repo, revision }) => `${repo}@${revision}`)).toEqual([
    'a/one@refs/pr/3',
    'b/two@main',
  ]);
});

test('without a cache there is nothing to list or forget', async () => {
  const none: Caches = { ...cachesOf({}), has: () => Promise.resolve(false) };
  expect(await keptModels(none)).toEqual([]);
  expect(await forgetModel(none, { repo: 'a/one', revision: 'main' })).toBe(0);
});
