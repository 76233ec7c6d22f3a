import type { CausalModel, ForwardOutput, KvCache, RowSlice } from './model';

/** A row's place in a batch: how many columns of the cache are its own. */
export type Placed = { length: number };

/**
 * Builds the inputs of forward passes over left-padded rows. Buffers are reused from call to call.
 */
export class BatchInputs {
  private ids = new BigInt64Array(0);
  private positions = new BigInt64Array(0);
  private mask = new BigInt64Array(0);
  private readonly padTokenId: bigint;

  constructor(padTokenId: number) {
    this.padTokenId = BigInt(padTokenId);
  }

  private reserve(cells: number, maskCells: number): void {
    if (this.ids.length < cells) {
      this.ids = new BigInt64Array(cells * 2);
      this.positions = new BigInt64Array(cells * 2);
    }
    if (this.mask.length < maskCells) this.mask = new BigInt64Array(maskCells * 2);
  }

  /** First pass over whole sequences, left-padded to the longest. `keep`: see `ForwardInput`. */
  prefill(
    model: CausalModel,
    sequences: readonly (readonly number[])[],
    keep?: number,
  ): Promise<ForwardOutput> {
    const rows = sequences.length;
    const columns = Math.max(...sequences.map((tokens) => tokens.length));
    const cells = rows * columns;
    this.reserve(cells, cells);
    const ids = this.ids.subarray(0, cells).fill(this.padTokenId);
    const positions = this.positions.subarray(0, cells).fill(0n);
    const mask = this.mask.subarray(0, cells).fill(0n);
    for (const [row, tokens] of sequences.entries()) {
      const from = (row + 1) * columns - tokens.length;
      for (const [i, token] of tokens.entries()) {
        ids[from + i] = BigInt(token);
        positions[from + i] = BigInt(i);
      }
      mask.fill(1n, from, from + tokens.length);
    }
    return model.forward({
      ...{ rows, columns, ids, positions, mask, past: null },
      ...(keep !== undefined && { keep }),
    });
  }

  /** One more token for every row on top of `past`, which is taken over. */
  step(
    model: CausalModel,
    past: KvCache,
    placed: readonly Readonly<Placed>[],
    next: readonly number[],
  ): Promise<ForwardOutput> {
    const rows = past.rows;
    const width = past.columns + 1;
    this.reserve(rows, rows * width);
    const ids = this.ids.subarray(0, rows);
    const positions = this.positions.subarray(0, rows);
    const mask = this.mask.subarray(0, rows * width).fill(1n);
    for (let row = 0; row < rows; row++) {
      const length = placed[row]!.length;
      ids[row] = BigInt(next[row]!);
      positions[row] = BigInt(Math.min(length, model.contextLength - 1));
      mask.fill(0n, row * width, (row + 1) * width - 1 - length);
    }
    return model.forward({ rows, columns: 1, ids, positions, mask, past });
  }
}

/** Columns that the longest of the rows needs. */
export function columnsOf(rows: readonly RowSlice[]): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}
