import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countOf, readFile, specFor, tableOf } from '../import';
import { bytesSource } from './source';

const fixture = (name: string) =>
  bytesSource(readFileSync(join(import.meta.dirname, 'fixtures', `${name}.parquet`)));

async function tableIn(name: string) {
  const read = await readFile(fixture(name));
  expect(read.badCount).toBe(0);
  return tableOf(read, specFor(read));
}

const LOGITS = [
  ...[2.5, 0.5, -1.25, 0],
  ...[0.25, 1.5, 1, -Infinity],
  ...[-0.5, -0.5, 3, 0.75],
  ...[NaN, NaN, NaN, NaN],
  ...[0, 1, 2, 3],
];

test.each([
  'pyarrow',
  'pyarrow-v2-gzip',
  'pyarrow-plain',
  'pyarrow-delta',
  'pyarrow-groups',
  'duckdb',
  'duckdb-v2',
  'polars',
])('%s: a list of logits a decision', async (name) => {
  const table = await tableIn(name);
  expect(table.labels).toEqual(['A', 'B', 'C', 'D']);
  expect([...table.logits]).toEqual(LOGITS);
  expect([...table.chosen]).toEqual([0, 1, 2, -1, 3]);
  expect([...table.gold]).toEqual([0, 2, 2, 3, -1]);
  expect([...table.optionMass]).toEqual([0.875, 0.9375, 0.5, NaN, 0.75]);
  expect([...table.usable]).toEqual([0, 1, 2]);
  expect(table.caseIds).toEqual(['q1', 'q2', 'q3', 'q4', 'q5']);
  expect(table.missing).toEqual({ 'no-decision': 1 });
  expect(table.provenance.model).toBe('tiny');
});

test('pandas: a column an option', async () => {
  const table = await tableIn('pandas-options');
  expect(table.labels).toEqual(['A', 'B', 'C', 'D']);
  expect([...table.logits]).toEqual(LOGITS);
  expect([...table.chosen]).toEqual([0, 1, 2, -1, 3]);
  expect([...table.gold]).toEqual([0, 2, 2, 3, -1]);
  expect(table.missing).toEqual({ 'no-probability': 1 });
  expect(table.caseIds[4]).toBe('q5');
});

test('DuckDB: confidence as a decimal, correctness as a truth value', async () => {
  const table = await tableIn('duckdb-confidence');
  const confidence = Array.from({ length: 6 }, (_, i) => Math.exp(table.logits[2 * i]!));
  for (const [i, p] of [0.5, 0.58, 0.66, 0.74, 0.82, 0.9].entries())
    expect(confidence[i]).toBeCloseTo(p, 12);
  expect([...table.gold]).toEqual([1, 0, 0, 1, 0, 0]);
  expect([...table.chosen]).toEqual([0, 0, 0, 0, 0, 0]);
});

test('replies of a server as JSON beside columns of one’s own', async () => {
  const read = await readFile(fixture('pyarrow-replies'));
  expect(read).toMatchObject({ format: 'openai-chat', columns: null, badCount: 0 });
  expect(read.traces.map(({ caseId, gold }) => [caseId, gold])).toEqual([
    ['r1', 'A'],
    ['r2', 'B'],
  ]);
  expect(countOf(read, specFor(read))).toMatchObject({ matched: 2, withGold: 2 });
});

test('nested columns are refused with what to do', async () => {
  await expect(readFile(fixture('pyarrow-nested'))).rejects.toMatchObject({
    name: 'FormatError',
    code: 'unrecognised',
    message: expect.stringContaining('nested columns (a)') as string,
  });
});
