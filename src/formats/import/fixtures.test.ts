import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OptionForms } from '../../traces/options';
import { letterForms } from '../../traces/options';
import { chunksOf } from './testChunks';
import { SAMPLES, FIXTURES } from './testFixtures';
import { readImport } from './readImport';
import { recogniseFormat } from './recognise';
import { suggestSpec } from './suggestSpec';
import { toDecisionTable } from './toDecisionTable';
import type { ImportSpec } from './importSpec';

/** What the user says of a fixture, beside it in `NAME.spec.json`; options as labels or with their forms. */
type Said = Partial<Omit<ImportSpec, 'options' | 'gold'>> & {
  readonly options?: readonly string[] | readonly OptionForms[];
  readonly gold?: Readonly<Record<string, string | number>>;
};

function specOf(name: string, suggested: ImportSpec): ImportSpec {
  const file = join(FIXTURES, name.replace(/\.\w+$/u, '.spec.json'));
  if (!existsSync(file)) return suggested;
  const { options, gold, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Said;
  const own = options?.map((o) => (typeof o === 'string' ? letterForms([o])[0]! : o));
  return {
    ...suggested,
    ...rest,
    ...(own === undefined ? {} : { options: own }),
    ...(gold === undefined ? {} : { gold: new Map(Object.entries(gold)) }),
  };
}

/** Twelve digits: machines differ in the last one of an exponential. */
const digits = (_: string, value: unknown): unknown => {
  if (value instanceof Float64Array || value instanceof Int8Array || value instanceof Int32Array)
    return Array.from(value as Float64Array, (x) =>
      Number.isFinite(x) ? Number(x.toPrecision(12)) : String(x),
    );
  return value;
};

test.each(SAMPLES)('%s becomes its golden decision table, in chunks of any size', async (name) => {
  const bytes = readFileSync(join(FIXTURES, name));
  const read = await readImport(chunksOf(bytes, 1 << 20));
  expect(await readImport(chunksOf(bytes, 7))).toEqual(read);
  expect(recogniseFormat(bytes.subarray(0, 1 << 16))?.format).toBe(read.format);
  expect(name.startsWith(read.format) || read.format === 'csv' || name.startsWith('openai')).toBe(
    true,
  );
  const { provenance, ...table } = toDecisionTable(
    read.traces,
    specOf(name, suggestSpec(read.traces)),
  );
  const golden = {
    format: read.format,
    reason: read.reason,
    rows: read.rows,
    bad: read.bad,
    provenance,
    ...table,
  };
  const file = join(FIXTURES, name.replace(/\.\w+$/u, '.golden.json'));
  await expect(`${JSON.stringify(golden, digits, 1)}\n`).toMatchFileSnapshot(file);
});
