import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from '../usage';
import { createTable, type Table } from './columns';
import { parseRow } from './row';

/** How many lines between two words of progress. */
const STRIDE = 100_000;

/**
 * Streams a JSONL file (`-`: standard input) into columns: memory grows with the numbers kept, not
 * with the text. `say` hears about progress. Throws UsageError with file and line for anything that
 * cannot be read.
 */
export async function readTable(file: string, say: (text: string) => void): Promise<Table> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  const failed = new Promise<never>((_, reject) => {
    input.once('error', (error: Error) =>
      reject(new UsageError(`cannot read ${file}: ${error.message}`)),
    );
  });
  return Promise.race([failed, readLines(file, input, say)]);
}

async function readLines(
  file: string,
  input: NodeJS.ReadableStream,
  say: (text: string) => void,
): Promise<Table> {
  const table = createTable();
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (number % STRIDE === 0) say(`${number.toLocaleString('en')} lines read`);
    if (line.trim() === '') continue;
    const row = parseRow(line, `line ${number} of ${file}`);
    if ('missing' in row) table.miss(row.missing);
    else table.add(row);
  }
  return table.finish();
}
