import { looksLikeParquet, type ByteSource } from '../parquet/source';
import {
  readImport,
  type ImportListeners,
  type ImportOptions,
  type ImportResult,
} from './readImport';

/** Chunks of a file one after the other. */
async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  const size = 1 << 20;
  for (let at = 0; at < source.byteLength; at += size)
    yield new Uint8Array(await source.slice(at, Math.min(at + size, source.byteLength)));
}

/** Reads a file of any format; what only Parquet needs is fetched when one comes. Rejects like `readImport`. */
export async function readFile(
  source: ByteSource,
  options: ImportOptions = {},
  listeners: ImportListeners = {},
  signal?: AbortSignal,
): Promise<ImportResult> {
  const head = new Uint8Array(await source.slice(0, Math.min(4, source.byteLength)));
  if (looksLikeParquet(head)) {
    const { readParquet } = await import('./readParquet');
    return readParquet(source, options, listeners, signal);
  }
  const totalBytes = source.byteLength;
  return readImport(chunksOf(source), { totalBytes, ...options }, listeners, signal);
}
