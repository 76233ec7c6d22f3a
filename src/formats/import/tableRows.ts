import { FormatError } from '../errors';
import { textOfBytes } from './bytes';
import type { Caps } from './caps';
import type { Fields } from './fields';
import type { Piece } from './pieces';
import { headOf, isOpen, rowOf } from './table';

/** Rows of a table from its lines: the first is the head, an open quote takes the next line in. */
export async function* tableRows(
  pieces: AsyncIterable<Piece>,
  caps: Caps,
): AsyncGenerator<{ line: number; record: Fields | FormatError }> {
  let head: ReturnType<typeof headOf> | null = null;
  let [text, start] = ['', 1];
  for await (const { bytes, line } of pieces) {
    try {
      if (bytes === null) throw new FormatError('is too long.', 'too-large');
      const own = textOfBytes(bytes).replace(/\r$/u, '');
      if (text === '') start = line;
      text = text === '' ? own : `${text}\n${own}`;
      if (text.length > caps.stringLength) throw new FormatError('is too long.', 'too-large');
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      yield { line: start, record: error };
      text = '';
      continue;
    }
    if (isOpen(text)) continue;
    if (text.trim() !== '') {
      if (head === null) head = headOf(text);
      else
        yield {
          line: start,
          record: rowOf(text, head.names, head.delimiter) ?? wrongCells(head.names),
        };
    }
    text = '';
  }
  if (text !== '')
    yield { line: start, record: new FormatError('has a quote that is never closed.') };
}

const wrongCells = (names: readonly string[]) =>
  new FormatError(
    `has not the ${names.length} cells of the head (${names.slice(0, 6).join(', ')}).`,
  );
