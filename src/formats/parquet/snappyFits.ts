/**
 * Whether the elements of a Snappy block end within it and give at most `length` bytes. To be asked before hyparquet (1.33) unpacks:
 * it reads a literal's length as a signed number, and one of 2³¹ or more leads it back, round and round for ever.
 * Source: google/snappy, format_description.txt.
 */
export function snappyFits(packed: Uint8Array, length: number): boolean {
  const { length: end } = packed;
  const number = (at: number, bytes: number) => {
    let value = 0;
    for (let i = 0; i < bytes; i++) value += (packed[at + i] ?? NaN) * 2 ** (8 * i);
    return value;
  };
  let at = packed.findIndex((byte) => byte < 128) + 1;
  let given = 0;
  while (at < end) {
    const tag = packed[at++]!;
    const kind = tag & 3;
    const upper = tag >> 2;
    if (kind === 0) {
      const extra = Math.max(0, upper - 59);
      const literal = (extra === 0 ? upper : number(at, extra)) + 1;
      at += extra + literal;
      given += literal;
    } else {
      at += [1, 2, 4][kind - 1]!;
      given += kind === 1 ? (upper & 7) + 4 : upper + 1;
    }
    if (!(at <= end && given <= length)) return false;
  }
  return true;
}
