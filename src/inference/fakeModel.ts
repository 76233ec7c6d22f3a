import { createRandom } from '../calibration/random';
import type { CausalModel, ForwardInput, ForwardOutput, KvCache, RowSlice } from './model';

type Cell = { readonly token: number; readonly position: number };

/** A cache that remembers what was fed; padding holds null. */
class FakeCache implements KvCache {
  readonly cells: readonly (readonly (Cell | null)[])[];
  readonly columns: number;
  private readonly onRelease: () => void;
  released = false;

  constructor(
    cells: readonly (readonly (Cell | null)[])[],
    columns: number,
    onRelease: () => void,
  ) {
    this.cells = cells;
    this.columns = columns;
    this.onRelease = onRelease;
  }

  get rows(): number {
    return this.cells.length;
  }

  release(): void {
    if (this.released) throw new Error('a cache was released twice');
    this.released = true;
    this.onRelease();
  }
}

/** Logits that are a pure function of the tokens a position sees. */
export function fakeLogits(seen: readonly number[], vocabSize: number): Float32Array {
  const random = createRandom(seen.join(' '));
  return Float32Array.from({ length: vocabSize }, () => 6 * random());
}

/**
 * For tests: a model whose logits are `fakeLogits` of what the mask lets a token see. It throws where padding is
 * seen, where a position is not the token's place in its row, or where a released cache is used, and counts
 * caches in use and the most rows of a pass.
 */
export class FakeModel implements CausalModel {
  readonly vocabSize: number;
  readonly contextLength: number;
  cachesInUse = 0;
  mostRows = 0;
  passes = 0;

  constructor(vocabSize: number, contextLength: number) {
    this.vocabSize = vocabSize;
    this.contextLength = contextLength;
  }

  private cache(cells: readonly (readonly (Cell | null)[])[], columns: number): FakeCache {
    this.cachesInUse++;
    return new FakeCache(cells, columns, () => this.cachesInUse--);
  }

  private check(cache: KvCache): FakeCache {
    if (!(cache instanceof FakeCache) || cache.released)
      throw new Error('a released cache is used');
    return cache;
  }

  forward(input: ForwardInput): Promise<ForwardOutput> {
    const { rows, columns } = input;
    const past = input.past === null ? null : this.check(input.past);
    const width = (past?.columns ?? 0) + columns;
    this.passes++;
    this.mostRows = Math.max(this.mostRows, rows);
    if (input.ids.length !== rows * columns || input.mask.length !== rows * width)
      throw new Error('inputs do not have the batch’s shape');
    const logits = new Float32Array(rows * columns * this.vocabSize);
    const cells = Array.from({ length: rows }, (_, row) => {
      const line: (Cell | null)[] = [...(past?.cells[row] ?? [])];
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        const visible = (c: number): boolean => input.mask[row * width + c] === 1n;
        const own = line.length;
        line.push(
          visible(own)
            ? { token: Number(input.ids[at]), position: Number(input.positions[at]) }
            : null,
        );
        if (!visible(own)) continue;
        const seen = line
          .filter((_cell, c) => visible(c))
          .map((cell, place) => {
            if (cell === null) throw new Error('padding is seen');
            if (cell.position !== Math.min(place, this.contextLength - 1))
              throw new Error(`token ${place} has position ${cell.position}`);
            return cell.token;
          });
        logits.set(fakeLogits(seen, this.vocabSize), at * this.vocabSize);
      }
      return line;
    });
    past?.release();
    return Promise.resolve({ logits, cache: this.cache(cells, width) });
  }

  gather(rows: readonly RowSlice[], columns: number): KvCache {
    const cells = rows.map(({ cache, row, length }) => {
      const line = this.check(cache).cells[row]!;
      const padding = Array.from({ length: columns - length }, () => null);
      return [...padding, ...line.slice(line.length - length)];
    });
    return this.cache(cells, columns);
  }
}
