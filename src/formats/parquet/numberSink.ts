import type { NumberColumn } from './columns';
import type { Leaf } from './footer';
import { floats, Growing } from './growing';
import type { Page } from './pages';
import { numbersOf, place, Sink, type Expected } from './sink';

/** Gathers numbers; NaN where there is none. */
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
