import { FormatError, type BadRow } from '../../formats/import';

const MOST_BYTES = 2 ** 26;
const LISTED = 20;

export type GoldLines = {
  readonly gold: ReadonlyMap<string, string | number>;
  readonly badCount: number;
  /** The first of the bad lines. */
  readonly bad: readonly BadRow[];
};

const named = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Gold options from JSONL lines `{id, gold}`. Throws FormatError where no line is one. */
export function readGold(text: string): GoldLines {
  if (text.length > MOST_BYTES)
    throw new FormatError('A gold file may have up to 64 MB.', 'too-large');
  const gold = new Map<string, string | number>();
  const bad: BadRow[] = [];
  let badCount = 0;
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      value = null;
    }
    const { id, gold: option } = (value ?? {}) as { id?: unknown; gold?: unknown };
    if (named(id) && named(option)) gold.set(String(id), option);
    else if (badCount++ < LISTED)
      bad.push({ line: i + 1, message: `Line ${i + 1} is not {"id": …, "gold": …}.` });
  }
  if (gold.size === 0)
    throw new FormatError(
      'This is no gold file: each line has to be like {"id": "q1", "gold": "B"}.',
      'unrecognised',
    );
  return { gold, badCount, bad };
}
