import { FormatError } from '../errors';
import type { Lists } from './columns';
import type { Leaf } from './footer';
import { Growing, ints } from './growing';
import type { Page } from './pages';
import type { Dense } from './values';

/** Where value `i` of a page lies: itself, or what its dictionary index says. */
export const place = ({ indexes }: Page, i: number) => (indexes === null ? i : indexes[i]!);

/** How much a column is expected to hold, so that room is made once. */
export type Expected = { readonly rows: number; readonly cells: number };

/** Gathers the pages of a column. */
export abstract class Sink<C> {
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

/** The numbers of a page. Throws FormatError where it holds texts. */
export const numbersOf = (dense: Dense) => {
  if (dense.kind === 'numbers') return dense.numbers;
  throw new FormatError('The Parquet file is damaged: a column changes its type.');
};
