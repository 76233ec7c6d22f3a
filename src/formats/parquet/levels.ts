import { FormatError } from '../errors';

const damaged = () =>
  new FormatError('The Parquet file is damaged: a page holds fewer values than it says.');

/** Bits that the numbers up to `most` need. */
export const bitsOf = (most: number) => 32 - Math.clz32(most);

/**
 * Fills `out` with numbers of `bits` bits each from runs (the RLE / bit-packing hybrid of Parquet) in
 * bytes [from, to). Runs beyond `out` are not followed. Throws FormatError where the bytes end first.
 */
export function readRuns(
  bytes: Uint8Array,
  from: number,
  to: number,
  bits: number,
  out: Uint8Array | Int32Array,
): void {
  let at = from;
  let seen = 0;
  const wide = (bits + 7) >> 3;
  const mask = 2 ** bits - 1;
  if (bits > 32 || to > bytes.length) throw damaged();
  while (seen < out.length) {
    let [head, shift] = [0, 0];
    for (let more = true; more; shift += 7) {
      if (at >= to || shift > 28) throw damaged();
      const byte = bytes[at++]!;
      head += (byte & 0x7f) * 2 ** shift;
      more = byte >= 0x80;
    }
    const count = head >>> 1;
    if ((head & 1) === 0) {
      if (at + wide > to || count === 0) throw damaged();
      let value = 0;
      for (let i = 0; i < wide; i++) value += bytes[at++]! * 2 ** (8 * i);
      const end = Math.min(out.length, seen + count);
      out.fill(value, seen, end);
      seen = end;
    } else {
      const packed = Math.min(out.length - seen, count * 8);
      // The last group may be cut short where its rest is padding.
      if (at + Math.ceil((packed * bits) / 8) > to || count === 0) throw damaged();
      if (bits === 1) {
        for (let i = 0; i < packed; i++) out[seen + i] = (bytes[at + (i >> 3)]! >> (i & 7)) & 1;
        seen += packed;
        at = Math.min(to, at + count);
        continue;
      }
      let [buffer, held, next] = [0, 0, at];
      for (let i = 0; i < packed; i++) {
        while (held < bits) {
          buffer += bytes[next++]! * 2 ** held;
          held += 8;
        }
        if (bits <= 24) {
          out[seen++] = buffer & mask;
          buffer >>>= bits;
        } else {
          const value = buffer % 2 ** bits;
          out[seen++] = value;
          buffer = (buffer - value) / 2 ** bits;
        }
        held -= bits;
      }
      at = Math.min(to, at + count * bits);
    }
  }
}
