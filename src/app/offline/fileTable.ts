/**
 * What a file is for. `shell` is stored with the first visit: page, panels, workers and the figures it opens on;
 * `figures` are the other tables and traces; `wasm` and `webgpu` the two builds of the runtime.
 */
export type FileGroup = 'shell' | 'figures' | 'wasm' | 'webgpu';

/** A file of the build. `path` is relative to the page, '' for the page itself; `sha256` is lower-case hex. */
export type FileEntry = {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly group: FileGroup;
};

/** All files of a build that can be stored, models aside; `version` names the build. */
export type FileTable = { readonly version: string; readonly files: readonly FileEntry[] };

/** The group of a path of any build, old or new; `opening` are the figures that the page opens on. */
export function groupOf(path: string, opening: ReadonlySet<string> = new Set()): FileGroup {
  // Models of the Hub run on that build of the runtime.
  if (/^assets\/(?:ort\b.*(?:asyncify|webgpu)|hubWorker\b)/.test(path)) return 'webgpu';
  if (/^assets\/ort\b/.test(path)) return 'wasm';
  return path.startsWith('decisions/') && !opening.has(path) ? 'figures' : 'shell';
}
