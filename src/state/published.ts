import { readLink } from './link';

/** Name of the element of a published page that says which data it opens on. */
export const PUBLISHED_META = 'calibration-data';

/** A file beside a published page: its address, and how many decisions with gold it holds (not told by older pages). */
export type PublishedFile = { readonly name: string; readonly path: string; readonly n?: number };

/** What a published page opens on: files beside it, the first of them at once, and the view as a link's hash. */
export type Published = {
  readonly files: readonly PublishedFile[];
  readonly view: string;
};

const isPlain = (path: unknown): path is string =>
  typeof path === 'string' && /^data\/[\w.-]{1,200}$/u.test(path);

/** What `publish` wrote into a page; null where it is no published one. Never throws. */
export function readPublished(content: string | null): Published | null {
  if (content === null) return null;
  try {
    const { files, view } = (JSON.parse(content) ?? {}) as Record<string, unknown>;
    if (!Array.isArray(files) || typeof view !== 'string' || readLink(view) === null) return null;
    const known = files.flatMap((file: unknown) => {
      const { name, path, n } = (file ?? {}) as Record<string, unknown>;
      if (typeof name !== 'string' || !isPlain(path)) return [];
      return [{ name, path, ...(Number.isSafeInteger(n) && { n: n as number }) }];
    });
    return known.length === 0 ? null : { files: known, view };
  } catch {
    return null;
  }
}
