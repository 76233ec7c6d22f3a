import { fetchVerified, forget, isKept, type DownloadOptions } from '../../inference/download';
import type { Dtype } from '../../inference/engine';
import { DTYPES, type Manifest } from '../../inference/manifest';
import { modelFiles } from '../../inference/modelFiles';
import type { FileEntry, FileGroup, FileTable } from './fileTable';
import { FILES_CACHE, keepFile, keyOf } from './files';

/** One file that can be stored. */
export type Storable = {
  readonly bytes: number;
  readonly isKept: () => Promise<boolean>;
  readonly keep: (options: DownloadOptions) => Promise<void>;
  readonly forget: () => Promise<void>;
};

/** Something that is stored as a whole. `parts` may be shared with other items of the same `group`. */
export type Item = {
  readonly id: string;
  readonly kind: 'page' | 'figures' | 'runtime' | 'model';
  readonly title: string;
  readonly bytes: number;
  readonly parts: readonly (Storable & { readonly key: string })[];
};

const DTYPE_TITLES: Readonly<Record<Dtype, string>> = { fp32: '32-bit', q8: '8-bit', q4: '4-bit' };

const GROUPS: readonly (readonly [FileGroup, Item['kind'], string])[] = [
  ['shell', 'page', 'The page and the figures it opens on'],
  ['figures', 'figures', 'Figures and traces of all arms'],
  ['wasm', 'runtime', 'Runtime for WebAssembly'],
  ['webgpu', 'runtime', 'Runtime for WebGPU'],
];

function buildPart(entry: FileEntry, base: string, store: Cache): Item['parts'][number] {
  const key = keyOf(entry, base);
  return {
    key,
    bytes: entry.bytes,
    isKept: async () => (await store.match(key)) !== undefined,
    keep: (options) => keepFile(store, entry, base, options),
    forget: async () => {
      await store.delete(key);
    },
  };
}

/** Everything that the page can store, in the order of the list: page, figures, runtimes, models in each dtype. */
export async function listItems(
  base: string,
  table: FileTable,
  manifest: Manifest,
): Promise<readonly Item[]> {
  const store = await caches.open(FILES_CACHE);
  const total = (parts: Item['parts']) => parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const groups = GROUPS.map(([group, kind, title]): Item => {
    const parts = table.files
      .filter((entry) => entry.group === group)
      .map((entry) => buildPart(entry, base, store));
    return { id: group, kind, title, bytes: total(parts), parts };
  });
  const models = manifest.models.flatMap((entry) =>
    DTYPES.filter((dtype) => entry.dtypes[dtype] !== undefined).map((dtype): Item => {
      const files = modelFiles(entry, dtype, new URL('models/', base).href);
      const parts = files.map((file) => ({
        key: file.url,
        bytes: file.bytes,
        isKept: () => isKept(file),
        keep: async (options: DownloadOptions) => {
          await fetchVerified(file, options);
          // The engine's store forgives a full disk; who asks to keep a file wants to know.
          if (!(await isKept(file))) throw new DOMException('full', 'QuotaExceededError');
        },
        forget: () => forget(file),
      }));
      const title = `${entry.title}, ${DTYPE_TITLES[dtype]}`;
      return { id: `${entry.name}/${dtype}`, kind: 'model', title, bytes: total(parts), parts };
    }),
  );
  return [...groups, ...models];
}

/** Bytes of the item that are stored; all of them when it is there. */
export async function keptBytes({ parts }: Item): Promise<number> {
  const kept = await Promise.all(parts.map((part) => part.isKept()));
  return parts.reduce((sum, { bytes }, i) => sum + (kept[i] === true ? bytes : 0), 0);
}

/** Stores what the item lacks, part by part. Rejects with what a part says; what came before it stays. */
export async function keepItem(item: Item, options: DownloadOptions): Promise<void> {
  let before = 0;
  for (const part of item.parts) {
    const done = before;
    await part.keep({ ...options, onProgress: (bytes) => options.onProgress?.(done + bytes) });
    before += part.bytes;
  }
}

/** Drops the item's parts, but for those that another stored item needs. */
export async function removeItem(item: Item, stored: readonly Item[]): Promise<void> {
  const needed = new Set(
    stored.filter(({ id }) => id !== item.id).flatMap(({ parts }) => parts.map(({ key }) => key)),
  );
  for (const part of item.parts) if (!needed.has(part.key)) await part.forget();
}
