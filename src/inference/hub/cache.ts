/** Where transformers.js keeps what it fetched. */
const CACHE = 'transformers-cache';

/** A model of which files are kept in this browser. */
export type KeptModel = {
  readonly repo: string;
  readonly revision: string;
  readonly files: number;
  readonly bytes: number;
};

/** What of a browser's caches is used. */
export type Caches = Pick<CacheStorage, 'has' | 'open'>;

/** Repository and revision of a file's address, `…/{owner}/{name}/resolve/{revision}/{file}`; null for another. */
function placeOf(url: string): { repo: string; revision: string } | null {
  const path = decodeURIComponent(new URL(url).pathname);
  const [, repo, rest] = /([^/]+\/[^/]+)\/resolve\/(.+)$/u.exec(path) ?? [];
  if (repo === undefined || rest === undefined) return null;
  // A revision may hold slashes: files of models are at the top or in onnx/.
  const revision = rest.replace(/(?:\/onnx)?\/[^/]+$/u, '');
  return { repo, revision };
}

async function bytesOf(response: Response | undefined): Promise<number> {
  if (response === undefined) return 0;
  const told = Number(response.headers.get('content-length') ?? NaN);
  return told >= 0 ? told : (await response.blob()).size;
}

/** The models kept, by name. Empty where the browser has no caches. */
export async function keptModels(caches: Caches): Promise<readonly KeptModel[]> {
  if (!(await caches.has(CACHE))) return [];
  const cache = await caches.open(CACHE);
  const found = new Map<string, KeptModel>();
  for (const request of await cache.keys()) {
    const place = placeOf(request.url);
    if (place === null) continue;
    const key = `${place.repo}@${place.revision}`;
    const { files, bytes } = found.get(key) ?? { files: 0, bytes: 0 };
    const size = await bytesOf(await cache.match(request));
    found.set(key, { ...place, files: files + 1, bytes: bytes + size });
  }
  return [...found.values()].sort((a, b) => (a.repo < b.repo ? -1 : 1));
}

/** Deletes the files of one model; returns how many there were. */
export async function forgetModel(
  caches: Caches,
  { repo, revision }: Pick<KeptModel, 'repo' | 'revision'>,
): Promise<number> {
  if (!(await caches.has(CACHE))) return 0;
  const cache = await caches.open(CACHE);
  let count = 0;
  for (const request of await cache.keys()) {
    const place = placeOf(request.url);
    if (place?.repo === repo && place.revision === revision && (await cache.delete(request)))
      count++;
  }
  return count;
}
