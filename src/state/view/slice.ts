/**
 * A part of the view that a link carries: how it is written into the link's fields, defaults left out, and read from them.
 * `read` never throws: what does not hold is the default. Field names are unique among all slices and link fields.
 */
export type Slice<T> = {
  readonly initial: T;
  readonly write: (value: T) => Readonly<Record<string, string | undefined>>;
  readonly read: (fields: URLSearchParams) => T;
  /** Does going from one value to the other deserve an entry in the history? */
  readonly isStep: (from: T, to: T) => boolean;
};

/** The one of `values` that `value` is, else `otherwise`. */
export function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
  otherwise: T,
): T {
  return values.find((candidate) => candidate === value) ?? otherwise;
}
