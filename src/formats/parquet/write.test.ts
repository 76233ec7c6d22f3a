import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decisionTable, type DecisionRow } from '../../traces/decisionTable';
import { letterForms } from '../../traces/options';
import { readFile, rowsOf, specFor, tableOf, type ImportedRows } from '../import';
import { parquetOf, tableParquet } from '../import/parquetOf';
import { bytesSource } from './source';
import { writeDecisions } from './write';

const found = { status: 'found', tokenIndex: -1 } as const;
const ROWS: ImportedRows = {
  options: letterForms(['A', 'B', 'C']),
  task: 'quiz',
  provenance: { model: 'tiny', dtype: 'unknown', backend: 'Parquet file' },
  rows: [
    {
      caseId: 'é1',
      decision: { ...found, chosen: 0, logits: [1 / 3, -0.5, -Infinity], optionMass: 0.9 },
      gold: 2,
      posterior: [0.5, 0.25, 0.25],
    },
    {
      caseId: 'q2',
      decision: {
        ...found,
        chosen: 1,
        logits: [-Infinity, -0.1, -4],
        bounds: [-3, NaN, NaN],
        optionMass: NaN,
      },
      gold: 1,
      posterior: null,
    },
    {
      caseId: 'q3',
      decision: { status: 'missing', reason: 'cut-off' },
      gold: 0,
      posterior: null,
    },
  ],
};

test('decisions come back from Parquet as they went in', async () => {
  const read = await readFile(bytesSource(await writeDecisions(ROWS)));
  const { rows, options, task, provenance } = rowsOf(read, specFor(read));
  expect(options.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
  expect({ task, model: provenance.model }).toEqual({ task: 'quiz', model: 'tiny' });
  expect(rows).toEqual(ROWS.rows);
});

test('a decision table comes back whole, with the one reason that decisions are missing for', async () => {
  const { options, provenance, task, rows } = ROWS;
  const labels = options.map(({ label }) => label);
  const table = decisionTable(provenance, task, labels, rows);
  const read = await readFile(bytesSource(await tableParquet(table)));
  expect(rowsOf(read, specFor(read)).rows).toEqual(ROWS.rows);
  expect(tableOf(read, specFor(read)).missing).toEqual({ 'cut-off': 1 });
});

test('as many rows as need several groups keep their order', async () => {
  const many = Array.from({ length: 100_003 }, (_, i) => ({
    ...ROWS.rows[i % 3]!,
    caseId: `q${i}`,
  }));
  const read = await readFile(bytesSource(await writeDecisions({ ...ROWS, rows: many })));
  const table = tableOf(read, specFor(read));
  expect(table.caseIds.length).toBe(100_003);
  expect(table.caseIds[100_001]).toBe('q100001');
  expect([...table.chosen.subarray(99_999, 100_003)]).toEqual([0, 1, -1, 0]);
});

test('a user’s names, order, temperature and gold hold for columns, too', async () => {
  const read = await readFile(bytesSource(await writeDecisions(ROWS)));
  const spec = {
    ...specFor(read),
    options: letterForms(['C', 'B', 'A']),
    temperature0: 2,
    gold: new Map<string, string | number>([['q2', 'A']]),
  };
  const table = tableOf(read, spec);
  expect(table.labels).toEqual(['C', 'B', 'A']);
  expect([...table.logits.subarray(0, 6)]).toEqual([-Infinity, -1, 2 / 3, -8, -0.2, -Infinity]);
  expect([...table.chosen]).toEqual([2, 1, -1]);
  expect([...table.gold]).toEqual([0, 2, 2]);
  expect(table.optionMass.every(Number.isNaN)).toBe(true);
  expect(() => tableOf(read, { ...spec, temperature0: 0 })).toThrow('above 0');
});

test('traces come back with their tokens', async () => {
  const file = join(import.meta.dirname, '../import/fixtures/traces.jsonl');
  const before = await readFile(bytesSource(readFileSync(file)));
  const spec = specFor(before);
  const bytes = await parquetOf(before, rowsOf(before, spec), spec);
  const after = await readFile(bytesSource(bytes));
  expect(after.format).toBe('traces');
  // As text: JSON has no −0.
  const tokens = (read: typeof before) => JSON.stringify(read.traces.map((trace) => trace.tokens));
  expect(tokens(after)).toBe(tokens(before));
  expect(tableOf(after, specFor(after)).logits).toEqual(tableOf(before, spec).logits);
});

test('an option mass above 1 leaves its row out', async () => {
  const [first, second] = ROWS.rows as [DecisionRow, DecisionRow];
  const decision = { ...first.decision, optionMass: 3 } as DecisionRow['decision'];
  const rows = [{ ...first, decision }, second];
  const read = await readFile(bytesSource(await writeDecisions({ ...ROWS, rows })));
  expect(read.bad.map(({ message }) => message)).toEqual([
    expect.stringContaining('has the option mass 3, not between 0 and 1.'),
  ]);
  expect(rowsOf(read, specFor(read)).rows).toEqual([second]);
});
