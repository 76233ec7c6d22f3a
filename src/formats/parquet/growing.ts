import { FormatError } from '../errors';

export const tooLarge = (what: string) =>
  new FormatError(`The Parquet file has ${what}.`, 'too-large');

/** A typed array that doubles when it is full, up to `limit` elements. */
export class Growing<T extends Float64Array | Int32Array | Uint8Array> {
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

export const floats = (length: number) => new Float64Array(length);
export const ints = (length: number) => new Int32Array(length);
export const octets = (length: number) => new Uint8Array(length);
