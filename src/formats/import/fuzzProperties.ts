import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { FormatError } from '../errors';
import { IMPORT_FORMATS } from './formats';
import { readImport } from './readImport';
import { recogniseFormat } from './recognise';
import { suggestSpec } from './suggestSpec';
import { matchCount } from './matchCount';
import { chunksOf } from './testChunks';
import { SAMPLES, FIXTURES } from './testFixtures';
import { toDecisionTable } from './toDecisionTable';

const fixtures = SAMPLES.map((name) => readFileSync(join(FIXTURES, name)).subarray(0, 12_000));

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`It does not hold: ${what}.`);
}

/** Whatever the bytes: traces that make a table, or a FormatError; never anything else. */
async function survives(bytes: Uint8Array, format?: string): Promise<void> {
  try {
    recogniseFormat(bytes);
    const options = format === undefined ? {} : { format };
    const { traces, bad, badCount } = await readImport(chunksOf(bytes, 4096), options);
    holds(bad.length <= badCount, 'more bad rows are listed than counted');
    for (const { message } of bad)
      holds(/^Line \d+[ ,].*\S/s.test(message), `“${message}” names no line`);
    const spec = suggestSpec(traces);
    const table = toDecisionTable(traces, spec);
    holds(table.caseIds.length === traces.length, 'the table has not a row a trace');
    holds(matchCount(traces, spec).n === traces.length, 'the count is not of all traces');
    for (const mass of table.optionMass)
      holds(Number.isNaN(mass) || (mass >= 0 && mass <= 1), `an option mass is ${mass}`);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    holds(error.message !== '', 'an error says nothing');
  }
}

const BAD = [
  'NaN',
  '-Infinity',
  '1e999',
  'null',
  '"',
  '{',
  '[',
  ']',
  '}',
  ',',
  '\\',
  '\n',
  '\u0000',
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(60),
  text: fc.oneof(
    fc.constantFrom(...BAD, '"__proto__":', '<script>', '1e308', '-1', 'true', '{}', '[[]]'),
    fc.string({ maxLength: 8 }),
  ),
});

/** The names that the formats look for, with anything under them. */
const NAMES = (
  'choices message logprobs content token logprob bytes top_logprobs text tokens token_logprobs output ' +
  'meta_info output_token_logprobs output_top_logprobs completion_probabilities probs details top_tokens ' +
  'done response doc doc_id resps arguments target samples eval options logits gold chosen bounds decision ' +
  'case caseId prompt_logprobs finish_reason id posterior __proto__ generated_text tokens_predicted'
).split(' ');
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 0, -1, -1.5, 1e300, '', 'A', 'NaN', '-Infinity', [], {}),
    fc.string({ maxLength: 5 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
  ),
}));

/** What holds of the importers whatever they are given; each a property of one random input. */
export const IMPORT_PROPERTIES: Readonly<Record<string, fc.IAsyncProperty<unknown>>> = {
  'a file that was damaged anywhere is read in part or refused': fc.asyncProperty(
    fc.constantFrom(...fixtures),
    fc.array(edit, { minLength: 1, maxLength: 4 }),
    fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
    async (fixture, edits, end) => {
      let bytes: Uint8Array = fixture;
      for (const { at, cut, text } of edits) {
        const from = Math.floor(at * bytes.length);
        bytes = Buffer.concat([
          bytes.subarray(0, from),
          Buffer.from(text),
          bytes.subarray(from + cut),
        ]);
      }
      await survives(end === null ? bytes : bytes.subarray(0, Math.floor(end * bytes.length)));
    },
  ),
  'records of any shape are read or refused, whatever format is asked for': fc.asyncProperty(
    fc.array(fc.dictionary(fc.constantFrom(...NAMES), json.value, { maxKeys: 8 }), {
      maxLength: 3,
    }),
    fc.option(fc.constantFrom(...IMPORT_FORMATS.map(({ name }) => name)), { nil: undefined }),
    fc.boolean(),
    async (records, format, lines) => {
      const text = lines
        ? records.map((record) => JSON.stringify(record)).join('\n')
        : JSON.stringify(records);
      await survives(new TextEncoder().encode(text), format);
    },
  ),
  'bytes of no sense are refused': fc.asyncProperty(
    fc.uint8Array({ maxLength: 200 }),
    async (bytes) => survives(bytes),
  ),
};
