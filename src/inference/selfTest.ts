import { BatchInputs } from './batch';
import type { Dtype } from './engine';
import type { Golden } from './manifest';
import type { CausalModel } from './model';

/** Largest absolute difference between `logits` from `offset` on and `expected`; NaN where one is. */
export function maxDifference(
  logits: Float32Array,
  offset: number,
  expected: readonly number[],
): number {
  let most = 0;
  for (const [id, value] of expected.entries()) {
    const difference = Math.abs(logits[offset + id]! - value);
    if (Number.isNaN(difference)) return Number.NaN;
    if (difference > most) most = difference;
  }
  return most;
}

/**
 * Largest logit difference to the golden logits: all sequences in one left-padded pass, then the last
 * golden position of each once more as a single step on a KV cache, since that is what decoding does.
 * NaN when the model yields NaN. Compare with `!(difference <= tolerance)`.
 */
export async function selfTest(
  model: CausalModel,
  golden: readonly Golden[],
  dtype: Dtype,
  padTokenId: number,
): Promise<number> {
  const tested = golden.filter((item) => item.logits[dtype] !== undefined);
  const inputs = new BatchInputs(padTokenId);
  let most = 0;
  const compare = (logits: Float32Array, offset: number, expected: readonly number[]): void => {
    const found = maxDifference(logits, offset, expected);
    most = Number.isNaN(found) || Number.isNaN(most) ? Number.NaN : Math.max(most, found);
  };

  const whole = await inputs.prefill(
    model,
    tested.map((item) => item.tokens),
  );
  const columns = whole.cache.columns;
  for (const [row, item] of tested.entries())
    for (const [i, position] of item.positions.entries()) {
      const column = columns - item.tokens.length + position;
      compare(whole.logits, (row * columns + column) * model.vocabSize, item.logits[dtype]![i]!);
    }
  whole.cache.release();

  const stepped = tested.filter((item) => Math.max(...item.positions) > 0);
  if (stepped.length === 0) return most;
  const last = stepped.map((item) => Math.max(...item.positions));
  const prefix = await inputs.prefill(
    model,
    stepped.map((item, row) => item.tokens.slice(0, last[row])),
  );
  const step = await inputs.step(
    model,
    prefix.cache,
    last.map((length) => ({ length })),
    stepped.map((item, row) => item.tokens[last[row]!]!),
  );
  for (const [row, item] of stepped.entries())
    compare(
      step.logits,
      row * model.vocabSize,
      item.logits[dtype]![item.positions.indexOf(last[row]!)]!,
    );
  step.cache.release();
  return most;
}
