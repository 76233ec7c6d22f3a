import { open } from 'node:fs/promises';
import { bytesSource, looksLikeParquet, type ByteSource } from '../formats/parquet/source';
import { messageOf, UsageError } from './usage';

/** A file on disk, read in parts; `use` may read until it settles. Throws UsageError where it cannot be opened. */
export async function withFile<T>(
  file: string,
  use: (source: ByteSource) => Promise<T>,
): Promise<T> {
  const handle = await open(file).catch((error: unknown) => {
    throw new UsageError(`cannot read ${file}: ${messageOf(error)}`);
  });
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new UsageError(`cannot read ${file}: it is a folder.`);
    // A pipe or a device has no size, and no places to read from.
    if (!stat.isFile()) return await use(await gathered(handle.createReadStream()));
    const byteLength = stat.size;
    return await use({
      byteLength,
      slice: async (start, end) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(end, byteLength) - start));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer.slice(0, bytesRead);
      },
    });
  } finally {
    await handle.close().catch(() => undefined);
  }
}

/** More than a pipe may bring. */
const MOST = 2 ** 30;

async function gathered(stream: AsyncIterable<Uint8Array>): Promise<ByteSource> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > MOST) throw new UsageError('more than 1 GB came through the pipe: name a file.');
    parts.push(part);
  }
  return bytesSource(Buffer.concat(parts));
}

/** Reads a file, or standard input for `-`. */
export function withInput<T>(file: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  if (file !== '-') return withFile(file, use);
  return gathered(process.stdin as AsyncIterable<Uint8Array>).then(use);
}

/** Whether a file (not a pipe) is Parquet by its first bytes; false where it cannot be read. */
export async function isParquet(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    if (!(await handle.stat()).isFile()) return false;
    const head = new Uint8Array(4);
    await handle.read(head, 0, 4, 0);
    return looksLikeParquet(head);
  } finally {
    await handle.close();
  }
}
