/** How the records of a text lie in it. */
export type Layout =
  | 'lines' // a JSON object a line
  | 'array' // one JSON array of objects
  | 'documents' // JSON objects over several lines, one or several
  | 'table'; // comma-, semicolon- or tab-separated, with a head

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line.replace(/-?\b(?:NaN|Infinity)\b/gu, '0'));
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/**
 * Layout of a text by its first characters. `whole`: they are all of it. One damaged first line does
 * not hide that lines follow.
 */
export function layoutOf(head: string, whole: boolean): Layout {
  const text = head.trimStart();
  if (text.startsWith('[')) return 'array';
  if (!text.startsWith('{')) return /\n\s{0,8}\{"/u.test(text) ? 'lines' : 'table';
  const lines = text.split('\n');
  const complete = whole ? lines : lines.slice(0, -1);
  if (complete.length === 0 || lines.length === 1) return 'lines';
  if (isObject(complete[0]!)) return 'lines';
  const others = lines.slice(1).filter((line) => line.startsWith('{"'));
  return others.length > 0 && !/^\{\s*$/u.test(complete[0]!) ? 'lines' : 'documents';
}
