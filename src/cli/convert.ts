import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  decisionLines,
  FormatError,
  IMPORT_FORMATS,
  matchCount,
  readImport,
  suggestSpec,
  toDecisionRows,
  traceLines,
  type ImportResult,
  type ImportRule,
  type ImportSpec,
} from '../formats/import';
import { letterForms, wideLetterForms } from '../traces/options';
import { readJsonl } from './jsonl';
import { UsageError } from './usage';

export const help = `Writes JSONL to standard output; what was understood goes to standard error.

  --to decisions|traces    decisions are what “report” reads
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

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        from: { type: 'string' },
        options: { type: 'string' },
        'wide-forms': { type: 'boolean', default: false },
        rule: { type: 'string' },
        part: { type: 'string' },
        gold: { type: 'string' },
        temperature0: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

type Values = ReturnType<typeof parse>['values'];

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

async function readFile(file: string, format: string | undefined): Promise<ImportResult> {
  const chunks = file === '-' ? process.stdin : createReadStream(file);
  let told = 0;
  return readImport(chunks as AsyncIterable<Uint8Array>, format === undefined ? {} : { format }, {
    onProgress({ bytes, rows }) {
      if (bytes - told < 2 ** 26) return;
      told = bytes;
      say(`${(bytes / 2 ** 20).toFixed(0)} MiB, ${rows.toLocaleString('en')} rows read`);
    },
  });
}

const say = (text: string) => process.stderr.write(`${text}\n`);

/** How many bad rows are told. */
const TOLD = 10;

function sayRead({ title, reason, traces, badCount, bad, stopped }: ImportResult): void {
  say(`${title}: ${reason}. ${traces.length} read, ${badCount} could not be.`);
  for (const { message } of bad.slice(0, TOLD)) say(`  ${message}`);
  if (badCount > TOLD) say(`  … and ${badCount - TOLD} more`);
  if (stopped !== null) say(stopped);
}

function sayMatched({ traces }: ImportResult, spec: ImportSpec): void {
  const { n, matched, missing, withGold, unknownGold, bounded, samples } = matchCount(
    traces,
    spec,
    3,
  );
  const { kind } = spec.rule;
  const rule = kind === 'regex' ? `regular expression ${spec.rule.pattern}` : kind;
  say(`Decision (${rule}) found in ${matched} of ${n}; gold known of ${withGold}.`);
  for (const [reason, count] of Object.entries(missing)) say(`  ${count} without: ${reason}`);
  for (const { before, token, option } of samples.filter((sample) => sample.token !== ''))
    say(`  ${option}: …${before}[${token}]`.replaceAll('\n', '⏎'));
  if (bounded > 0) say(`${bounded} with an option outside the log: it has a bound and no value.`);
  if (unknownGold.length > 0) say(`Gold that is no option: ${unknownGold.join(', ')}.`);
}

async function write(lines: Iterable<string>): Promise<void> {
  for (const line of lines)
    if (!process.stdout.write(`${line}\n`))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** Turns a log of another program into our JSONL of decisions or traces. */
export async function run(argv: string[]): Promise<number> {
  const { values, positionals } = parse(argv);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new UsageError('name one file, or “-” for standard input.');
  if (values.to !== 'decisions' && values.to !== 'traces')
    throw new UsageError('--to wants decisions or traces.');
  try {
    const result = await readFile(file, values.from);
    sayRead(result);
    const spec = await specOf(values, suggestSpec(result.traces));
    const { rows, ...rest } = toDecisionRows(result.traces, spec);
    sayMatched(result, spec);
    if (values.to === 'traces') {
      if (spec.temperature0 !== null)
        throw new UsageError('--temperature0 is for decisions: traces keep what was logged.');
      if (result.traces.every(({ tokens }) => tokens.length === 0))
        throw new UsageError(`${file} holds decisions without tokens: use --to decisions.`);
      await write(traceLines(result.traces, { ...rest, rows }, spec));
      return 0;
    }
    const judged = rows.filter(({ gold }) => gold >= 0);
    if (judged.length === 0)
      throw new UsageError(
        'no row has a gold option: name them with --gold FILE, JSONL {id, gold}.',
      );
    if (judged.length < rows.length)
      say(`${rows.length - judged.length} rows without gold are left out.`);
    await write(decisionLines({ ...rest, rows: judged }));
    return 0;
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(error.message);
    if (error instanceof Error && 'syscall' in error)
      throw new UsageError(`cannot read ${file}: ${error.message}`);
    throw error;
  }
}
