import type { Tensor } from 'onnxruntime-web';
import { rowSpans, type KvShape } from './kvLayout';
import type { RowSlice } from './model';
import { TensorCache } from './tensorCache';

/** Gathers rows of caches in the CPU's memory into new arrays, zero where padded. */
export function gatherOnCpu(
  shape: KvShape,
  layers: number,
  rows: readonly RowSlice[],
  columns: number,
  toTensor: (data: Float32Array, dims: readonly number[]) => Tensor,
): TensorCache {
  const tensors: Tensor[] = [];
  for (let part = 0; part < layers * 2; part++) {
    const data = new Float32Array(rows.length * shape.heads * columns * shape.dim);
    for (const [index, slice] of rows.entries()) {
      const source = TensorCache.of(slice.cache).tensors[part]!.data as Float32Array;
      const place = { row: slice.row, columns: slice.cache.columns, length: slice.length };
      for (const span of rowSpans(shape, place, { row: index, columns }))
        data.set(source.subarray(span.from, span.from + span.count), span.to);
    }
    tensors.push(toTensor(data, [rows.length, shape.heads, columns, shape.dim]));
  }
  return new TensorCache(rows.length, columns, tensors);
}
