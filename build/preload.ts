import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Catalogue } from '../src/state/catalogue.ts';

/** Has the page fetch the figures of its first diagram beside its script instead of after it. */
export function preload(root: string): Plugin {
  return {
    name: 'preload-figures',
    apply: 'build',
    transformIndexHtml: async () => {
      const catalogue = await readFile(join(root, 'public/decisions/index.json'), 'utf8');
      const { opens, tables } = JSON.parse(catalogue) as Catalogue;
      const first = tables.find(({ model }) => model === opens);
      const files = ['index.json', ...(first === undefined ? [] : [first.decisions])];
      return files.map((file) => ({
        tag: 'link',
        // `crossorigin` as `fetch` asks by default: without it the file would be fetched twice.
        attrs: { rel: 'preload', as: 'fetch', href: `./decisions/${file}`, crossorigin: '' },
        injectTo: 'head' as const,
      }));
    },
  };
}
