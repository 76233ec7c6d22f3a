/** A file that is read in parts. `slice` may give fewer bytes where the file ends. */
export type ByteSource = {
  readonly byteLength: number;
  readonly slice: (start: number, end: number) => Promise<ArrayBuffer>;
};

export const blobSource = (blob: Blob): ByteSource => ({
  byteLength: blob.size,
  slice: (start, end) => blob.slice(start, end).arrayBuffer(),
});

export const bytesSource = (bytes: Uint8Array): ByteSource => ({
  byteLength: bytes.length,
  slice: (start, end) => Promise.resolve(new Uint8Array(bytes.subarray(start, end)).buffer),
});

const MAGIC = 0x31524150; // “PAR1”, little-endian

/** Whether the first bytes are those of a Parquet file. */
export function looksLikeParquet(head: Uint8Array): boolean {
  return (
    head.length >= 4 && new DataView(head.buffer, head.byteOffset).getUint32(0, true) === MAGIC
  );
}
