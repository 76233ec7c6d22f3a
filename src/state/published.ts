import { readLink } from './link';

/** Name of the element of a published page that says which data it opens on. */
export const PUBLISHED_META = 'calibration-data';

/** What a published page opens on: files beside it, the first of them at once, and the view as a link's hash. */
export type Published = {
  readonly files: readonly { readonly name: string; readonly path: string }[];
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
      const { name, path } = (file ?? {}) as Record<string, unknown>;
      return typeof name === 'string' && isPlain(path) ? [{ name, path }] : [];
    });
    return known.length === 0 ? null : { files: known, view };
  } catch {
    return null;
  }
}
