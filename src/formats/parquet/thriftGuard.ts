import { FormatError } from '../errors';

const DEEPEST = 24;
const LONGEST_VARINT = 10;

const [STOP, TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, STRUCT] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12,
];

/**
 * Walks over a Thrift struct in the compact protocol that begins at `start` and returns where it ends, before a
 * parser builds anything of it. Throws FormatError where it is cut off, nested too deep, holds a number of more
 * bytes than any has, or a length beyond the bytes that are there.
 */
export function guardThrift(view: DataView, start: number): number {
  let at = start;
  const damaged = (what: string): never => {
    throw new FormatError(`The Parquet file is damaged: a header ${what}. Write it again.`);
  };
  const byte = () => (at < view.byteLength ? view.getUint8(at++) : damaged('is cut off'));
  const varint = (): number => {
    let value = 0;
    for (let i = 0; i < LONGEST_VARINT; i++) {
      const next = byte();
      value += (next & 0x7f) * 2 ** (7 * i);
      if (next < 0x80) return value;
    }
    return damaged('holds a number that is too long');
  };
  const skip = (bytes: number) => {
    if (bytes > view.byteLength - at) damaged('says it is longer than the file');
    at += bytes;
  };
  const element = (type: number, depth: number, inList: boolean): void => {
    if (depth > DEEPEST) damaged('is nested too deep');
    if (type === TRUE || type === FALSE) {
      if (inList) skip(1);
    } else if (type === BYTE) skip(1);
    else if (type === I16 || type === I32 || type === I64) varint();
    else if (type === DOUBLE) skip(8);
    else if (type === BINARY) skip(varint());
    else if (type === LIST) {
      const head = byte();
      const size = head >> 4 === 15 ? varint() : head >> 4;
      if (size > view.byteLength - at) damaged('says it is longer than the file');
      for (let i = 0; i < size; i++) element(head & 15, depth + 1, true);
    } else if (type === STRUCT) struct(depth + 1);
    else damaged('holds what no header holds');
  };
  const struct = (depth: number): void => {
    if (depth > DEEPEST) damaged('is nested too deep');
    for (let head = byte(); (head & 15) !== STOP; head = byte()) {
      if (head >> 4 === 0) varint();
      element(head & 15, depth, false);
    }
  };
  struct(0);
  return at;
}
