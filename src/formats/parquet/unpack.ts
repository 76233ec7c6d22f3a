import type { CompressionCodec } from 'hyparquet';
import { snappyUncompress } from 'hyparquet';
import { FormatError } from '../errors';
import { snappyFits } from './snappyFits';

/** Unpacks the bytes of a page into `length` bytes. */
export type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

async function unpackerOf(
  codec: CompressionCodec,
): Promise<(...page: Parameters<Unpack>) => Uint8Array | null> {
  if (codec === 'UNCOMPRESSED') return (packed) => packed;
  if (codec === 'SNAPPY')
    return (packed, length) => {
      if (!snappyFits(packed, length)) return null;
      const out = new Uint8Array(length);
      snappyUncompress(packed, out);
      return out;
    };
  // Not hyparquet-compressors/compressors: that one instantiates WebAssembly at once, and lets zstd allocate as it likes.
  const all = await import('hyparquet-compressors');
  if (codec === 'ZSTD')
    return (packed, length) => all.decompressZstd(packed, new Uint8Array(length));
  if (codec === 'GZIP') return (packed, length) => all.decompressGzip(packed, length);
  if (codec === 'BROTLI') return (packed, length) => all.decompressBrotli(packed, length);
  if (codec === 'LZ4') return (packed, length) => all.decompressLz4(packed, length);
  if (codec === 'LZ4_RAW') return (packed, length) => all.decompressLz4Raw(packed, length);
  throw new FormatError(
    `The Parquet file is compressed by ${codec}, which is not read. Write it with zstd or snappy.`,
    'unsupported',
  );
}

/**
 * The unpacker of a codec. It throws FormatError where the bytes do not give exactly `length` bytes.
 */
export async function unpacker(codec: CompressionCodec): Promise<Unpack> {
  const unpack = await unpackerOf(codec);
  return (packed, length) => {
    let bytes: Uint8Array | null;
    try {
      bytes = length === 0 ? new Uint8Array() : unpack(packed, length);
    } catch {
      bytes = null;
    }
    if (bytes?.length !== length)
      throw new FormatError(
        `The Parquet file is damaged: a page cannot be unpacked (${codec}). Write it again.`,
      );
    return bytes;
  };
}
