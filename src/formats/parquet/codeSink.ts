import type { CodeColumn } from './columns';
import type { Leaf } from './footer';
import { Growing, ints, tooLarge } from './growing';
import type { Page } from './pages';
import { numbersOf, Sink, type Expected } from './sink';
import type { Dense } from './values';

const decoder = new TextDecoder();

/** More different texts than any column of options has. */
const DISTINCT = 1 << 16;

/** A number of some bytes, for a table of them. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash;
}

/** Gathers texts of which many are the same, as codes. */
export class CodeSink extends Sink<Omit<CodeColumn, 'offsets'>> {
  private readonly codes: Growing<Int32Array>;
  private readonly texts: string[] = [];
  private readonly known: Uint8Array[] = [];
  private readonly byHash = new Map<number, number[]>();
  /** The dictionary whose codes are in `translated`. */
  private dictionary: Dense | null = null;
  private translated = new Int32Array();

  constructor(leaf: Leaf, expected: Expected, limit: number) {
    super(leaf, expected, limit);
    this.codes = new Growing(ints, expected.cells, limit);
  }

  private codeOf(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const same = this.byHash.get(hash) ?? [];
    for (const code of same) {
      const known = this.known[code]!;
      if (known.length === to - from && known.every((byte, i) => byte === bytes[from + i]))
        return code;
    }
    if (this.texts.length >= DISTINCT)
      throw tooLarge(
        `more than ${DISTINCT.toLocaleString('en')} different texts in the column ${this.leaf.name}`,
      );
    const own = bytes.slice(from, to);
    const code = this.texts.push(decoder.decode(own)) - 1;
    this.known.push(own);
    this.byHash.set(hash, [...same, code]);
    return code;
  }

  protected room(more: number) {
    this.codes.room(more);
  }
  protected write({ dense, indexes }: Page, value: number, slot: number) {
    if (dense.kind !== 'texts') {
      const text = String(numbersOf(dense)[indexes === null ? value : indexes[value]!]!);
      const bytes = new TextEncoder().encode(text);
      this.codes.array[slot] = this.codeOf(bytes, 0, bytes.length);
      return;
    }
    const { bytes, bounds } = dense;
    if (indexes === null) {
      this.codes.array[slot] = this.codeOf(bytes, bounds[2 * value]!, bounds[2 * value + 1]!);
      return;
    }
    if (this.dictionary !== dense) {
      this.dictionary = dense;
      this.translated = new Int32Array(bounds.length / 2).fill(-1);
    }
    const index = indexes[value]!;
    let code = this.translated[index]!;
    if (code < 0) {
      code = this.codeOf(bytes, bounds[2 * index]!, bounds[2 * index + 1]!);
      this.translated[index] = code;
    }
    this.codes.array[slot] = code;
  }
  protected leave(slot: number) {
    this.codes.array[slot] = -1;
  }
  protected column() {
    return { kind: 'codes' as const, codes: this.codes.take(), texts: this.texts };
  }
}
