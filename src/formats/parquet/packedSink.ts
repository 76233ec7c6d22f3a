import type { PackedColumn } from './columns';
import type { Leaf } from './footer';
import { Growing, ints, octets } from './growing';
import type { Page } from './pages';
import { place, Sink, type Expected } from './sink';

/** Gathers texts of which most differ, as bytes. */
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
