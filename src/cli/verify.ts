import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { verify } from '../tasks';
import { UsageError } from './usage';

type Row = { prompt: string; completion: string; gold: string };

function readRow(line: string, where: string): Row {
  let fields: Partial<Record<string, unknown>>;
  try {
    fields = (JSON.parse(line) ?? {}) as typeof fields;
  } catch {
    throw new UsageError(`${where} is not JSON.`);
  }
  const { prompt, completion, trace, gold } = fields;
  const text = completion ?? trace;
  if (typeof prompt !== 'string' || typeof text !== 'string' || typeof gold !== 'string')
    throw new UsageError(`${where} wants strings “prompt”, “completion” (or “trace”) and “gold”.`);
  return { prompt, completion: text, gold };
}

/**
 * Reads JSONL `{prompt, completion | trace, gold}` and prints how many completions keep the format,
 * decide the letter of the class they conclude, and decide gold.
 */
export async function run(argv: string[]): Promise<number> {
  const [file, ...more] = argv;
  if (file === undefined || more.length > 0) throw new UsageError('name one JSONL file.');
  const counts = { n: 0, formatValid: 0, consistent: 0, correct: 0 };
  const input = createReadStream(file, 'utf8');
  const opened = new Promise<void>((resolve, reject) => {
    input.once('ready', resolve).once('error', (error) => reject(new UsageError(error.message)));
  });
  await opened;
  let number = 0;
  for await (const line of createInterface({ input })) {
    number++;
    if (line.trim() === '') continue;
    const { prompt, completion, gold } = readRow(line, `line ${number} of ${file}`);
    const verdict = verify(prompt, completion);
    counts.n++;
    if (verdict.formatValid) counts.formatValid++;
    if (verdict.decided !== null && verdict.decided === verdict.concluded) counts.consistent++;
    if (verdict.decided === gold) counts.correct++;
  }
  const share = (count: number) => (counts.n === 0 ? null : count / counts.n);
  console.log(
    JSON.stringify({
      n: counts.n,
      formatValid: share(counts.formatValid),
      consistent: share(counts.consistent),
      accuracy: share(counts.correct),
    }),
  );
  return 0;
}
