import { verify } from '../tasks';
import { readJsonl, type Line } from './jsonl';
import { UsageError } from './usage';

function readRow({ value, where }: Line): { prompt: string; completion: string; gold: string } {
  const fields = (value ?? {}) as Partial<Record<string, unknown>>;
  const { prompt, completion = fields.trace, gold } = fields;
  if (typeof prompt !== 'string' || typeof completion !== 'string' || typeof gold !== 'string')
    throw new UsageError(`${where} wants strings “prompt”, “completion” (or “trace”) and “gold”.`);
  return { prompt, completion, gold };
}

/**
 * Reads JSONL `{prompt, completion | trace, gold}` and prints which share of the completions keeps
 * the format, decides the letter of the class it concludes, and decides gold.
 */
export async function run(argv: string[]): Promise<number> {
  const [file, ...more] = argv;
  if (file === undefined || more.length > 0) throw new UsageError('name one JSONL file.');
  const counts = { n: 0, formatValid: 0, consistent: 0, correct: 0 };
  for await (const line of readJsonl(file)) {
    const { prompt, completion, gold } = readRow(line);
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
