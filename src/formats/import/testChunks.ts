/** A text or bytes as a stream of chunks of `size` bytes, for tests. */
export async function* chunksOf(
  content: Uint8Array | string,
  size = 1 << 16,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}
