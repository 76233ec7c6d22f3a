import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { UsageError } from './usage';

/** One parsed line of a file; `where` names it in messages. */
export type Line = { readonly value: unknown; readonly where: string };

/**
 * Lines of a JSONL file one by one, blank ones skipped.
 * Throws UsageError on a file that cannot be read and on a line that is not JSON.
 */
export async function* readJsonl(file: string): AsyncGenerator<Line> {
  const input = createReadStream(file, 'utf8');
  await new Promise<void>((resolve, reject) => {
    input.once('ready', resolve).once('error', (error) => reject(new UsageError(error.message)));
  });
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const where = `line ${number} of ${file}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new UsageError(`${where} is not JSON.`);
    }
    yield { value, where };
  }
}
