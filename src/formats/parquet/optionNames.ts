import type { CodeColumn } from './columns';

/** Which options the rows of a file have. */
export type OptionNames = {
  /** Names where all rows have the same options, else letters. */
  readonly labels: readonly string[];
  readonly same: boolean;
  readonly countOf: (row: number) => number;
  /** Index of the option that a row's code of another column names, by name, else by number; −1. */
  readonly indexOf: (column: CodeColumn, row: number, code: number) => number;
};

const letterOf = (j: number) => (j < 26 ? String.fromCharCode(65 + j) : `option ${j + 1}`);

const indexIn = (text: string, count: number) => {
  const index = /^\d+$/u.test(text) ? Number(text) : -1;
  return index < count ? index : -1;
};

/** Of one set of names for all rows. */
function fixed(labels: readonly string[]): OptionNames {
  const known = new WeakMap<CodeColumn, Int32Array>();
  return {
    labels,
    same: true,
    countOf: () => labels.length,
    indexOf: (column, _, code) => {
      let indexes = known.get(column);
      if (indexes === undefined) {
        indexes = Int32Array.from(column.texts, (text) => {
          const named = labels.indexOf(text);
          return named < 0 ? indexIn(text, labels.length) : named;
        });
        known.set(column, indexes);
      }
      return indexes[code]!;
    },
  };
}

function allAlike({ codes, offsets }: CodeColumn): boolean {
  if (offsets === null || offsets.length < 2) return false;
  const k = offsets[1]! - offsets[0]!;
  for (let row = 0; row < offsets.length - 1; row++) {
    const from = offsets[row]!;
    if (offsets[row + 1]! - from !== k) return false;
    for (let j = 0; j < k; j++) if (codes[from + j] !== codes[offsets[0]! + j]) return false;
  }
  return k > 0;
}

/**
 * The options of n rows with at most `most` each: of the list column, of `named`, or letters where neither is told.
 */
export function optionNames(
  column: CodeColumn | undefined,
  n: number,
  most: number,
  named?: readonly string[],
): OptionNames {
  const letters = Array.from({ length: most }, (_, j) => letterOf(j));
  if (column?.offsets === undefined || column.offsets === null) return fixed(named ?? letters);
  const { codes, offsets, texts } = column;
  const first = Array.from(codes.subarray(0, offsets[1] ?? 0), (code) => texts[code] ?? '');
  if (n > 0 && allAlike(column) && new Set(first).size === first.length) return fixed(first);
  const known = new WeakMap<CodeColumn, Int32Array>();
  return {
    labels: letters,
    same: false,
    countOf: (row) => offsets[row + 1]! - offsets[row]!,
    indexOf: (other, row, code) => {
      // Codes of the other column → codes of the options.
      let translated = known.get(other);
      if (translated === undefined) {
        const places = new Map(texts.map((text, i) => [text, i]));
        translated = Int32Array.from(other.texts, (text) => places.get(text) ?? -1);
        known.set(other, translated);
      }
      const own = codes.subarray(offsets[row], offsets[row + 1]);
      const wanted = translated[code]!;
      const index = wanted < 0 ? -1 : own.indexOf(wanted);
      if (index >= 0) return index;
      const text = other.texts[code]!;
      const letter = letters.indexOf(text);
      return letter >= 0 && letter < own.length ? letter : indexIn(text, own.length);
    },
  };
}
