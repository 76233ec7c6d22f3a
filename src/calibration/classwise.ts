import type { BinningOptions } from './bins';
import type { IndexColumn } from './decisions';
import { eceOfRows } from './ece';

/** One option against the rest: its probability in every row, and whether it is the gold one. */
export function classColumn(
  probabilities: Float64Array,
  k: number,
  gold: IndexColumn,
  option: number,
): { confidence: Float64Array; correct: Uint8Array } {
  return {
    confidence: Float64Array.from(gold, (_, row) => probabilities[row * k + option]!),
    correct: Uint8Array.from(gold, (g) => (g === option ? 1 : 0)),
  };
}

/**
 * Classwise ECE: the ECE of each option's probability against “this option is gold”, and their
 * **mean** (some libraries sum). `probabilities`: n·k, row-major. NaN for n = 0.
 */
export function classwiseEce(
  probabilities: Float64Array,
  k: number,
  gold: IndexColumn,
  options: BinningOptions = {},
): { mean: number; perOption: number[] } {
  const perOption = Array.from({ length: k }, (_, option) => {
    const { confidence, correct } = classColumn(probabilities, k, gold, option);
    return eceOfRows(confidence, correct, options);
  });
  return { mean: perOption.reduce((sum, value) => sum + value, 0) / k, perOption };
}
