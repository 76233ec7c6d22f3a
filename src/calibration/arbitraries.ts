import fc from 'fast-check';

/** Confidences (0, 1 and repeats among them) and outcomes, for property tests. */
export type Rows = { confidence: Float64Array; correct: Uint8Array };

const confidences = fc.oneof(
  fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** Between `minLength` and `maxLength` rows. */
export function rowsOf(minLength = 1, maxLength = 40): fc.Arbitrary<Rows> {
  return fc.array(fc.tuple(confidences, fc.nat(1)), { minLength, maxLength }).map((rows) => ({
    confidence: Float64Array.from(rows, ([c]) => c),
    correct: Uint8Array.from(rows, ([, y]) => y),
  }));
}

/** The same rows in the order of `keys`: any permutation. */
export function permuted({ confidence, correct }: Rows, keys: readonly number[]): Rows {
  const order = Array.from(confidence.keys()).sort((a, b) => keys[a]! - keys[b]! || b - a);
  return {
    confidence: Float64Array.from(order, (i) => confidence[i]!),
    correct: Uint8Array.from(order, (i) => correct[i]!),
  };
}
