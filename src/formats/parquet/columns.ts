import { FormatError } from '../errors';
import type { Leaf } from './footer';
import type { Page } from './pages';
import type { Dense } from './values';

/** Where the elements of row i of a list lie: from `offsets[i]` to `offsets[i + 1]`. Null for flat columns. */
type Lists = { readonly offsets: Int32Array | null };

/** NaN where there is no number. */
export type NumberColumn = Lists & { readonly kind: 'numbers'; readonly values: Float64Array };

/** Texts as indexes into the distinct ones; −1 where there is none. */
export type CodeColumn = Lists & {
  readonly kind: 'codes';
  readonly codes: Int32Array;
  readonly texts: readonly string[];
};

/** Many different texts, UTF-8, one after the other: text i from `ends[i − 1]` (0) to `ends[i]`. */
export type PackedTexts = { readonly bytes: Uint8Array; readonly ends: Int32Array };
export type PackedColumn = Lists & { readonly kind: 'packed' } & PackedTexts;

const tooLarge = (what: string) => new FormatError(`The Parquet file has ${what}.`, 'too-large');

/** A typed array that doubles when it is full, up to `limit` elements. */
class Growing<T extends Float64Array | Int32Array | Uint8Array> {
  length = 0;
  private readonly make: (length: number) => T;
  private readonly limit: number;
  array: T;

  constructor(make: (length: number) => T, expected: number, limit: number) {
    this.make = make;
    this.limit = limit;
    this.array = make(Math.min(expected, limit));
  }

  /** Makes room for `more` and returns where they go. */
  room(more: number): number {
    const at = this.length;
    this.length += more;
    if (this.length > this.limit)
      throw tooLarge(`more than ${this.limit.toLocaleString('en')} values in a column`);
    if (this.length > this.array.length) {
      const longer = this.make(Math.min(this.limit, Math.max(this.length, 2 * this.array.length)));
      longer.set(this.array);
      this.array = longer;
    }
    return at;
  }

  take(): T {
    return (this.length === this.array.length ? this.array : this.array.slice(0, this.length)) as T;
  }
}

const floats = (length: number) => new Float64Array(length);
const ints = (length: number) => new Int32Array(length);
const octets = (length: number) => new Uint8Array(length);

const place = ({ indexes }: Page, i: number) => (indexes === null ? i : indexes[i]!);

/** How much a column is expected to hold, so that room is made once. */
export type Expected = { readonly rows: number; readonly cells: number };

/** Gathers the pages of a column. */
abstract class Sink<C> {
  private readonly starts: Growing<Int32Array> | null;
  protected readonly leaf: Leaf;
  protected slots = 0;
  rows = 0;

  /** `rows` and `cells` are expected; both may lie a little. */
  constructor(leaf: Leaf, { rows }: Expected, limit: number) {
    this.leaf = leaf;
    this.starts = leaf.list ? new Growing(ints, rows + 1, limit + 1) : null;
  }

  protected abstract room(more: number): void;
  protected abstract write(page: Page, value: number, slot: number): void;
  protected abstract leave(slot: number): void;
  protected abstract column(): C;

  /** A page in which every slot holds a value, in one go where that is quicker. */
  protected all(page: Page): void {
    const from = this.slots;
    for (let i = 0; i < page.count; i++) this.write(page, i, from + i);
  }

  add(page: Page): void {
    const { count, definition, repetition } = page;
    const { most, listed } = this.leaf;
    if (this.starts === null) {
      this.room(count);
      if (definition === null) this.all(page);
      else
        for (let i = 0, value = 0; i < count; i++)
          if (definition[i] === most) this.write(page, value++, this.slots + i);
          else this.leave(this.slots + i);
      this.slots += count;
      this.rows += count;
      return;
    }
    let [begun, elements, held] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      if (repetition![i] === 0) begun++;
      const level = definition === null ? most : definition[i]!;
      if (level >= listed) elements++;
      if (level === most) held++;
    }
    if (this.rows === 0 && count > 0 && repetition![0] !== 0)
      throw new FormatError('The Parquet file is damaged: a list begins in the middle.');
    this.room(elements);
    let at = this.starts.room(begun);
    const starts = this.starts.array;
    this.rows += begun;
    if (held === count) {
      this.all(page);
      for (let i = 0; i < count; i++) if (repetition![i] === 0) starts[at++] = this.slots + i;
      this.slots += count;
      return;
    }
    for (let i = 0, value = 0; i < count; i++) {
      if (repetition![i] === 0) starts[at++] = this.slots;
      const level = definition === null ? most : definition[i]!;
      if (level === most) this.write(page, value++, this.slots++);
      else if (level >= listed) this.leave(this.slots++);
    }
  }

  finish(): C & Lists {
    if (this.starts === null) return { ...this.column(), offsets: null };
    const at = this.starts.room(1);
    this.starts.array[at] = this.slots;
    return { ...this.column(), offsets: this.starts.take() };
  }
}

const numbersOf = (dense: Dense) => {
  if (dense.kind === 'numbers') return dense.numbers;
  throw new FormatError('The Parquet file is damaged: a column changes its type.');
};

export class NumberSink extends Sink<Omit<NumberColumn, 'offsets'>> {
  private readonly values: Growing<Float64Array>;

  constructor(leaf: Leaf, expected: Expected, limit: number) {
    super(leaf, expected, limit);
    this.values = new Growing(floats, expected.cells, limit);
  }

  protected room(more: number) {
    this.values.room(more);
  }
  protected write(page: Page, value: number, slot: number) {
    this.values.array[slot] = numbersOf(page.dense)[place(page, value)]!;
  }
  protected leave(slot: number) {
    this.values.array[slot] = NaN;
  }
  protected override all(page: Page) {
    if (page.indexes === null) this.values.array.set(numbersOf(page.dense), this.slots);
    else super.all(page);
  }
  protected column() {
    return { kind: 'numbers' as const, values: this.values.take() };
  }
}

const decoder = new TextDecoder();

/** More different texts than any column of options has. */
const DISTINCT = 1 << 16;

/** A number of some bytes, for a table of them. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash;
}

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

export class PackedSink extends Sink<Omit<PackedColumn, 'offsets'>> {
  private readonly bytes: Growing<Uint8Array>;
  private readonly ends: Growing<Int32Array>;

  constructor(leaf: Leaf, expected: Expected, limit: number, text: number) {
    super(leaf, expected, limit);
    this.bytes = new Growing(octets, 8 * expected.cells, text);
    this.ends = new Growing(ints, expected.cells, limit);
  }

  protected room(more: number) {
    this.ends.room(more);
  }
  protected write(page: Page, value: number, slot: number) {
    const { dense } = page;
    const index = place(page, value);
    if (dense.kind === 'texts') {
      const [from, to] = [dense.bounds[2 * index]!, dense.bounds[2 * index + 1]!];
      const at = this.bytes.room(to - from);
      this.bytes.array.set(dense.bytes.subarray(from, to), at);
    } else {
      const own = new TextEncoder().encode(String(dense.numbers[index]));
      const at = this.bytes.room(own.length);
      this.bytes.array.set(own, at);
    }
    this.ends.array[slot] = this.bytes.length;
  }
  protected leave(slot: number) {
    this.ends.array[slot] = this.bytes.length;
  }
  protected column() {
    return { kind: 'packed' as const, bytes: this.bytes.take(), ends: this.ends.take() };
  }
}
