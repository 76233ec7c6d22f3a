import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormatError } from '../errors';
import { IMPORT_FORMATS } from './formats';
import { readImport } from './readImport';
import { recogniseFormat } from './recognise';
import { suggestSpec } from './suggestSpec';
import { matchCount } from './matchCount';
import { chunksOf } from './testChunks';
import { toDecisionTable } from './toDecisionTable';

/** FUZZ=nightly: a hundred times as many. */
const RUNS = process.env.FUZZ === 'nightly' ? 100_000 : 1000;
const HOURS = 4 * 3600 * 1000;

const folder = join(import.meta.dirname, 'fixtures');
const fixtures = readdirSync(folder)
  .filter((name) => !/\.(?:golden|spec)\.json$|\.md$/u.test(name))
  .map((name) => readFileSync(join(folder, name)).subarray(0, 12_000));

/** Whatever the bytes: traces that make a table, or a FormatError; never anything else. */
async function survives(bytes: Uint8Array, format?: string): Promise<void> {
  try {
    recogniseFormat(bytes);
    const options = format === undefined ? {} : { format };
    const { traces, bad, badCount } = await readImport(chunksOf(bytes, 4096), options);
    expect(bad.length).toBeLessThanOrEqual(badCount);
    for (const { message } of bad) expect(message).toMatch(/^Line \d+[ ,].*\S/s);
    const spec = suggestSpec(traces);
    const table = toDecisionTable(traces, spec);
    expect(table.caseIds).toHaveLength(traces.length);
    expect(matchCount(traces, spec).n).toBe(traces.length);
    for (const mass of table.optionMass) expect(mass >= 0 && mass <= 1 ? NaN : mass).toBeNaN();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    expect(error.message).not.toBe('');
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

test(
  'a file that was damaged anywhere is read in part or refused',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
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
      { numRuns: RUNS },
    );
  },
  HOURS,
);

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

test(
  'records of any shape are read or refused, whatever format is asked for',
  async () => {
    await fc.assert(
      fc.asyncProperty(
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
      { numRuns: RUNS },
    );
  },
  HOURS,
);

test(
  'bytes of no sense are refused',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => survives(bytes)),
      { numRuns: RUNS },
    );
  },
  HOURS,
);
