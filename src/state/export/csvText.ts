export type Cell = string | number;

/** A table to be written as CSV or as JSON objects. */
export type Columns = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** A spreadsheet takes text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: Cell): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * CSV after RFC 4180 with a header. Numbers keep all their digits, NaN is an empty cell. Text that a spreadsheet would run
 * as a formula gets an apostrophe in front.
 */
export function csvText({ header, rows }: Columns): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** One object a row, keyed by the header; NaN becomes null and an infinity its name, which JSON lacks. */
export function rowObjects({ header, rows }: Columns): Record<string, Cell | null>[] {
  const plain = (value: Cell) => {
    if (typeof value === 'string' || Number.isFinite(value)) return value;
    return Number.isNaN(value) ? null : String(value);
  };
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, plain(row[i]!)])));
}
