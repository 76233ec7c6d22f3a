import type { Tensor } from 'onnxruntime-web';
import { rowSpans, type KvShape } from './kvLayout';
import type { RowSlice } from './model';
import { TensorCache } from './tensorCache';

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** GPUBufferUsage.STORAGE | COPY_SRC | COPY_DST; the DOM library has no value for the name. */
const USAGE = 0x80 | 0x04 | 0x08;

/**
 * Gathers rows of caches in GPU buffers into new buffers with copy commands: nothing crosses to the CPU.
 * New buffers are zero where padded (WebGPU clears them).
 */
export function gatherOnGpu(
  device: GPUDevice,
  shape: KvShape,
  layers: number,
  rows: readonly RowSlice[],
  columns: number,
  toTensor: (buffer: GPUBuffer, dims: readonly number[]) => Tensor,
): TensorCache {
  const encoder = device.createCommandEncoder();
  const buffers: GPUBuffer[] = [];
  const tensors: Tensor[] = [];
  for (let part = 0; part < layers * 2; part++) {
    const buffer = device.createBuffer({
      size: rows.length * shape.heads * columns * shape.dim * BYTES,
      usage: USAGE,
    });
    for (const [index, slice] of rows.entries()) {
      const source = TensorCache.of(slice.cache).tensors[part]!.gpuBuffer;
      const place = { row: slice.row, columns: slice.cache.columns, length: slice.length };
      for (const span of rowSpans(shape, place, { row: index, columns }))
        encoder.copyBufferToBuffer(
          source,
          span.from * BYTES,
          buffer,
          span.to * BYTES,
          span.count * BYTES,
        );
    }
    buffers.push(buffer);
    tensors.push(toTensor(buffer, [rows.length, shape.heads, columns, shape.dim]));
  }
  device.queue.submit([encoder.finish()]);
  return new TensorCache(rows.length, columns, tensors, () => {
    for (const buffer of buffers) buffer.destroy();
  });
}
