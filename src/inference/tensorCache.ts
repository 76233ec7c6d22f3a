import type { Tensor } from 'onnxruntime-web';
import type { KvCache } from './model';

/** A cache as the runtime's tensors: key and value of every layer in turn. */
export class TensorCache implements KvCache {
  readonly rows: number;
  readonly columns: number;
  readonly tensors: readonly Tensor[];
  private readonly free: (() => void) | undefined;

  /** `free` releases the tensors' memory where the tensors do not own it themselves. */
  constructor(rows: number, columns: number, tensors: readonly Tensor[], free?: () => void) {
    this.rows = rows;
    this.columns = columns;
    this.tensors = tensors;
    this.free = free;
  }

  static of(cache: KvCache): TensorCache {
    if (cache instanceof TensorCache) return cache;
    throw new TypeError('a cache of another model was given');
  }

  release(): void {
    if (this.free !== undefined) this.free();
    else for (const tensor of this.tensors) tensor.dispose();
  }
}
