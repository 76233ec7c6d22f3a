import { FormatError } from '../errors';

const damaged = () => new FormatError('The Parquet file is damaged: its deltas are wrong.');

/**
 * Numbers of DELTA_BINARY_PACKED bytes from `from` on, as doubles, with the place where they end.
 * Throws FormatError where they are cut off or are not `count`.
 */
export function readDeltas(
  bytes: Uint8Array,
  from: number,
  count: number,
): { readonly values: Float64Array; readonly end: number } {
  let at = from;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) throw damaged();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw damaged();
  };
  const zigzag = () => {
    const value = varint();
    return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
  };
  const [block, minis, total] = [Number(varint()), Number(varint()), Number(varint())];
  const each = block / minis;
  if (!(minis > 0 && each > 0 && each % 32 === 0 && block <= 2 ** 16) || total !== count)
    throw damaged();
  const values = new Float64Array(count);
  let value = zigzag();
  if (count > 0) values[0] = Number(value);
  for (let seen = 1; seen < total;) {
    const least = zigzag();
    const widths = bytes.subarray(at, at + minis);
    if (widths.length < minis) throw damaged();
    at += minis;
    for (const width of widths) {
      if (seen >= total) break;
      if (width > 64 || at + (each * width) / 8 > bytes.length) throw damaged();
      let [buffer, held, next] = [0n, 0n, at];
      for (let i = 0; i < each && seen < total; i++, seen++) {
        for (; held < width; held += 8n) buffer |= BigInt(bytes[next++]!) << held;
        value = BigInt.asIntN(64, value + least + (buffer & ((1n << BigInt(width)) - 1n)));
        buffer >>= BigInt(width);
        held -= BigInt(width);
        if (seen < count) values[seen] = Number(value);
      }
      at += (each * width) / 8;
    }
    if (at > bytes.length) throw damaged();
  }
  return { values, end: at };
}
