import { describe, expect, it } from 'vitest';
import { FakeModel, fakeLogits } from './fakeModel';
import type { Golden } from './manifest';
import { selfTest } from './selfTest';

const VOCAB = 7;

function golden(tokens: readonly number[], positions: readonly number[]): Golden {
  const q8 = positions.map((at) => Array.from(fakeLogits(tokens.slice(0, at + 1), VOCAB)));
  return { tokens, positions, logits: { q8 } };
}

const GOLDEN = [golden([1, 2, 3, 4, 5, 6], [0, 3, 5]), golden([6, 5, 4], [1])];

describe('the numeric self-test', () => {
  it('finds no difference in a model that computes the golden logits, padded and with a cache', async () => {
    const model = new FakeModel(VOCAB, 16);
    expect(await selfTest(model, GOLDEN, 'q8', 0)).toBe(0);
    expect(model.cachesInUse).toBe(0);
  });

  it.each([
    [0, 0, 0],
    [0, 2, 6],
    [1, 0, 3],
  ])('finds the largest difference, in sequence %i at position %i', async (which, row, id) => {
    const changed = structuredClone<Golden[]>(GOLDEN);
    (changed[which]!.logits.q8![row] as number[])[id]! += 0.25;
    expect(await selfTest(new FakeModel(VOCAB, 16), changed, 'q8', 0)).toBeCloseTo(0.25, 6);
  });

  it.each([0, 1])('is not passed by NaN in pass %i', async (pass) => {
    const model = new FakeModel(VOCAB, 16);
    const forward = model.forward.bind(model);
    let passes = 0;
    model.forward = async (input) => {
      const output = await forward(input);
      if (passes++ === pass * 2) output.logits.fill(Number.NaN);
      return output;
    };
    const found = await selfTest(model, GOLDEN, 'q8', 0);
    expect(found <= 1000).toBe(false);
  });
});
