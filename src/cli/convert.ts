import { writeFile } from 'node:fs/promises';
import {
  countOf,
  decisionLines,
  FormatError,
  IMPORT_FORMATS,
  readFile,
  rowsOf,
  specFor,
  traceLines,
  type ImportedRows,
  type ImportResult,
  type ImportRule,
  type ImportSpec,
} from '../formats/import';
import { letterForms, wideLetterForms } from '../traces/options';
import { writeDecisions } from '../formats/parquet/write';
import { tracesParquet } from '../formats/import/parquetOf';
import { readJsonl } from './jsonl';
import { withInput } from './source';
import { messageOf, UsageError, parseOptions } from './usage';

export const help = `Reads JSON, JSONL, CSV and Parquet; writes JSONL to standard output; what was understood goes to
standard error.

  --to decisions|traces    decisions are what “report” reads
  --out FILE               write there instead; Parquet where it ends in .parquet
  --format jsonl|parquet   whatever the name
  --from FORMAT            ${IMPORT_FORMATS.map(({ name }) => name).join(', ')};
                           recognised by content where left out
  --options A,B,C          options where the file does not tell them (default A,B,C,D)
  --wide-forms             “(A”, “A)”, “A.” … count as A, too
  --rule RULE              a regular expression: the token in which its first group begins, or the
                           token after the match; or tag, boxed, last-option, position:N, recorded.
                           The best of these on the first traces where left out
  --part completion        or prompt, where the server scored the prompt's tokens
  --gold FILE              JSONL {id, gold}: option or index by case id
  --temperature0 T         sampling temperature to undo, for processed log-probabilities; none: raw`;

const OPTIONS = {
  to: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  from: { type: 'string' },
  options: { type: 'string' },
  'wide-forms': { type: 'boolean', default: false },
  rule: { type: 'string' },
  part: { type: 'string' },
  gold: { type: 'string' },
  temperature0: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

function ruleOf(text: string): ImportRule {
  const position = /^position:(-?\d+)$/u.exec(text);
  if (position !== null) return { kind: 'position', index: Number(position[1]) };
  if (text === 'boxed' || text === 'last-option' || text === 'recorded') return { kind: text };
  if (text === 'tag') return { kind: 'tag', after: '', pattern: 'Answer:' };
  return { kind: 'regex', pattern: text };
}

async function goldOf(file: string): Promise<ReadonlyMap<string, string | number>> {
  const gold = new Map<string, string | number>();
  for await (const { value, where } of readJsonl(file)) {
    const { id, gold: option } = (value ?? {}) as Partial<Record<string, unknown>>;
    const named = (field: unknown) => typeof field === 'string' || typeof field === 'number';
    if (!named(id) || !named(option))
      throw new UsageError(`${where} wants {"id": …, "gold": …}, an option or its index.`);
    gold.set(String(id), option);
  }
  return gold;
}

async function specOf(values: Values, suggested: ImportSpec): Promise<ImportSpec> {
  const { part = suggested.part, temperature0 } = values;
  if (part !== 'completion' && part !== 'prompt')
    throw new UsageError(`--part wants completion or prompt; not “${part}”.`);
  const labels = values.options?.split(',').map((label) => label.trim());
  const known = labels ?? suggested.options?.map(({ label }) => label) ?? null;
  const forms = values['wide-forms'] ? wideLetterForms : letterForms;
  return {
    options: known === null ? null : forms(known),
    rule: values.rule === undefined ? suggested.rule : ruleOf(values.rule),
    part,
    gold: values.gold === undefined ? null : await goldOf(values.gold),
    temperature0: temperature0 === undefined ? null : Number(temperature0),
  };
}

async function readInput(file: string, format: string | undefined): Promise<ImportResult> {
  let told = 0;
  return withInput(file, (source) =>
    readFile(source, format === undefined ? {} : { format }, {
      onProgress({ bytes, rows }) {
        if (bytes - told < 2 ** 26) return;
        told = bytes;
        say(`${(bytes / 2 ** 20).toFixed(0)} MiB, ${rows.toLocaleString('en')} rows read`);
      },
    }),
  );
}

const say = (text: string) => process.stderr.write(`${text}\n`);

/** How many bad rows are told. */
const TOLD = 10;

function sayRead({ title, reason, traces, columns, badCount, bad, stopped }: ImportResult): void {
  say(`${title}: ${reason}. ${columns?.n ?? traces.length} read, ${badCount} could not be.`);
  for (const { message } of bad.slice(0, TOLD)) say(`  ${message}`);
  if (badCount > TOLD) say(`  … and ${badCount - TOLD} more`);
  if (stopped !== null) say(stopped);
}

function sayMatched(read: ImportResult, spec: ImportSpec): void {
  const { n, matched, missing, withGold, unknownGold, bounded, samples } = countOf(read, spec, 3);
  const { kind } = spec.rule;
  const rule = kind === 'regex' ? `regular expression ${spec.rule.pattern}` : kind;
  say(`Decision (${rule}) found in ${matched} of ${n}; gold known of ${withGold}.`);
  for (const [reason, count] of Object.entries(missing)) say(`  ${count} without: ${reason}`);
  for (const { before, token, option } of samples.filter((sample) => sample.token !== ''))
    say(`  ${option}: …${before}[${token}]`.replaceAll('\n', '⏎'));
  if (bounded > 0) say(`${bounded} with an option outside the log: it has a bound and no value.`);
  if (unknownGold.length > 0) say(`Gold that is no option: ${unknownGold.join(', ')}.`);
}

type Output = { readonly file: string | null; readonly parquet: boolean };

function outputOf({ out, format }: Values): Output {
  if (format !== undefined && format !== 'jsonl' && format !== 'parquet')
    throw new UsageError(`--format wants jsonl or parquet; not “${format}”.`);
  const parquet =
    format === 'parquet' || (format === undefined && out?.endsWith('.parquet') === true);
  if (parquet && out === undefined && process.stdout.isTTY)
    throw new UsageError('Parquet is not for a terminal: name a file with --out.');
  return { file: out ?? null, parquet };
}

async function write({ file }: Output, parts: Iterable<string | Uint8Array>): Promise<void> {
  if (file !== null) {
    await writeFile(file, parts).catch((error: unknown) => {
      throw new UsageError(`cannot write ${file}: ${messageOf(error)}`);
    });
    return;
  }
  for (const part of parts)
    if (!process.stdout.write(part))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function* withEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

async function writeOurTraces(
  { traces }: ImportResult,
  rows: ImportedRows,
  spec: ImportSpec,
  output: Output,
): Promise<void> {
  if (!output.parquet) return write(output, withEnds(traceLines(traces, rows, spec)));
  await write(output, [await tracesParquet({ traces }, rows, spec)]);
}

/** Turns a log of another program into our decisions or traces, in JSONL or Parquet. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parseOptions(argv, OPTIONS);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('name one file, or “-” for standard input.');
  if (values.to !== 'decisions' && values.to !== 'traces')
    throw new UsageError('--to wants decisions or traces.');
  const output = outputOf(values);
  try {
    const result = await readInput(file, values.from);
    sayRead(result);
    const spec = await specOf(values, specFor(result));
    const made = rowsOf(result, spec);
    sayMatched(result, spec);
    if (values.to === 'traces') {
      if (spec.temperature0 !== null)
        throw new UsageError('--temperature0 is for decisions: traces keep what was logged.');
      if (result.traces.every(({ tokens }) => tokens.length === 0))
        throw new UsageError(`${file} holds decisions without tokens: use --to decisions.`);
      await writeOurTraces(result, made, spec, output);
      return 0;
    }
    const judged = made.rows.filter(({ gold }) => gold >= 0);
    if (judged.length === 0)
      throw new UsageError(
        'no row has a gold option: name them with --gold FILE, JSONL {id, gold}.',
      );
    if (judged.length < made.rows.length)
      say(`${made.rows.length - judged.length} rows without gold are left out.`);
    const rows = { ...made, rows: judged };
    await write(
      output,
      output.parquet ? [await writeDecisions(rows)] : withEnds(decisionLines(rows)),
    );
    return 0;
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(error.message);
    throw error;
  }
}
