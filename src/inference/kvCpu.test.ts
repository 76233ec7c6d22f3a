import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Tensor } from 'onnxruntime-web';
import { gatherOnCpu } from './kvCpu';
import { TensorCache } from './tensorCache';

const LAYERS = 2;

function cpuTensor(data: Float32Array, dims: readonly number[]): Tensor {
  return { data, dims, dispose: () => undefined } as unknown as Tensor;
}

it('gathers the last columns of rows from several caches, right-aligned, zero before them', () => {
  const caches = fc.array(
    fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 6 }) }),
    { minLength: 1, maxLength: 3 },
  );
  const shapes = fc.record({
    heads: fc.integer({ min: 1, max: 3 }),
    dim: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(shapes, caches, fc.infiniteStream(fc.nat()), (shape, sizes, picks) => {
      const pick = (n: number): number => picks.next().value! % n;
      // Each number says which cache, part, row, head, column and place it is.
      const sources = sizes.map(({ rows, columns }, c) => {
        const tensors = Array.from({ length: LAYERS * 2 }, (_, part) => {
          const data = Float32Array.from(
            { length: rows * shape.heads * columns * shape.dim },
            (_unused, i) => 1 + c * 10_000 + part * 1000 + i,
          );
          return cpuTensor(data, [rows, shape.heads, columns, shape.dim]);
        });
        return new TensorCache(rows, columns, tensors);
      });
      const slices = Array.from({ length: 1 + pick(5) }, () => {
        const cache = sources[pick(sources.length)]!;
        return { cache, row: pick(cache.rows), length: 1 + pick(cache.columns) };
      });
      const columns = Math.max(...slices.map(({ length }) => length)) + pick(3);
      const gathered = gatherOnCpu(shape, LAYERS, slices, columns, cpuTensor);
      expect([gathered.rows, gathered.columns]).toEqual([slices.length, columns]);
      for (const [part, tensor] of gathered.tensors.entries()) {
        expect(tensor.dims).toEqual([slices.length, shape.heads, columns, shape.dim]);
        const found = tensor.data as Float32Array;
        let at = 0;
        for (const { cache, row, length } of slices)
          for (let head = 0; head < shape.heads; head++)
            for (let column = 0; column < columns; column++)
              for (let k = 0; k < shape.dim; k++) {
                const from = column - columns + cache.columns;
                const source = cache.tensors[part]!.data as Float32Array;
                const expected =
                  column < columns - length
                    ? 0
                    : source[((row * shape.heads + head) * cache.columns + from) * shape.dim + k];
                expect(found[at++]).toBe(expected);
              }
      }
    }),
    { numRuns: 60 },
  );
});
