import { describe, expect, it } from 'vitest';
import {
  DeviceLostError,
  IntegrityError,
  OutOfMemoryError,
  packError,
  toEngineError,
  unpackError,
  WorkerCrashedError,
} from './errors';

describe('errors', () => {
  it('keep their class and message across the worker boundary', () => {
    const packed = structuredClone(packError(new IntegrityError('other bytes')));
    expect(unpackError(packed)).toBeInstanceOf(IntegrityError);
    expect(unpackError(packed).message).toBe('other bytes');
  });

  it.each([
    [new RangeError('Array buffer allocation failed'), OutOfMemoryError],
    [new Error('std::bad_alloc'), OutOfMemoryError],
    [new Error('A valid external Instance reference: device lost'), DeviceLostError],
    [new WebAssembly.RuntimeError('memory access out of bounds'), WorkerCrashedError],
  ])('sorts “%s” of the runtime', (thrown, expected) => {
    const found = toEngineError(thrown);
    expect(found).toBeInstanceOf(expected);
    expect(found.message).toContain(thrown.message);
  });

  it('keep the text of anything else', () => {
    expect(packError('odd')).toEqual({ name: 'EngineError', message: 'The engine failed: odd' });
  });
});
