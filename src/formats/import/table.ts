import type { Fields } from './fields';

const DELIMITERS = [',', '\t', ';'] as const;

/** Cells of one row; quotes may hold the delimiter, line ends and doubled quotes. */
export function cellsOf(row: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= row.length) {
    if (row[at] === '"') {
      let text = '';
      let end = row.indexOf('"', at + 1);
      let from = at + 1;
      while (end >= 0 && row[end + 1] === '"') {
        text += row.slice(from, end + 1);
        from = end + 2;
        end = row.indexOf('"', from);
      }
      if (end < 0) end = row.length;
      text += row.slice(from, end);
      const next = row.indexOf(delimiter, end);
      cells.push(text);
      at = next < 0 ? row.length + 1 : next + 1;
    } else {
      const next = row.indexOf(delimiter, at);
      cells.push(row.slice(at, next < 0 ? row.length : next));
      at = next < 0 ? row.length + 1 : next + 1;
    }
  }
  return cells;
}

/** Whether a quote is still open at the end, so that the row goes on in the next line. */
export const isOpen = (row: string): boolean => (row.split('"').length - 1) % 2 === 1;

/** The head of a table: its delimiter is the one that parts it most. */
export function headOf(line: string): { names: string[]; delimiter: string } {
  const parted = DELIMITERS.map((delimiter) => ({ delimiter, names: cellsOf(line, delimiter) }));
  return parted.reduce((a, b) => (b.names.length > a.names.length ? b : a));
}

/** A row as a record of texts; null where it has not as many cells as the head. */
export function rowOf(row: string, names: readonly string[], delimiter: string): Fields | null {
  const cells = cellsOf(row, delimiter);
  if (cells.length !== names.length) return null;
  return Object.fromEntries(names.map((name, i) => [name, cells[i]]));
}
