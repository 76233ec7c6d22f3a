/** A row of a CSV file and the line where it begins. */
export type CsvRow = { readonly cells: readonly string[]; readonly line: number };

/**
 * Rows of comma-separated text (RFC 4180): cells may stand in quotes, then hold commas, line breaks and
 * doubled quotes. Empty lines are skipped. A quote that never closes takes the rest of the text; its
 * row is then null.
 */
export function* csvRows(text: string): Generator<CsvRow | { readonly cells: null; line: number }> {
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n][^,\r\n]*)?)(,|\r?\n|\r|$)/uy;
  let cells: string[] = [];
  let line = 1;
  let start = 1;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) {
      yield { cells: null, line: start };
      return;
    }
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    line += (match[0].match(/\n|\r(?!\n)/gu) ?? []).length;
    const ended = match[3] !== ',';
    if (!ended && cell.lastIndex < text.length) continue;
    if (!ended) cells.push('');
    if (cells.length > 1 || cells[0] !== '') yield { cells, line: start };
    cells = [];
    start = line;
  }
}
