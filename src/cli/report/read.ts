import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { usableBounds, type DecisionTable } from '../../traces/decisionTable';
import { UsageError } from '../usage';
import { FormatError, readFile, rowsOf, specFor } from '../../formats/import';
import { columnsTable } from '../../formats/import/columnsTable';
import { rowId } from '../../formats/import/record';
import { isParquet, withFile } from '../source';
import { createTable, type Table } from './columns';
import { parseRow } from './row';

/** How many lines between two words of progress. */
const STRIDE = 100_000;

/** The decisions of a Parquet file; rows without gold are left out, and said to be. */
async function readParquetTable(
  file: string,
  say: (text: string) => void,
  withCases: boolean,
): Promise<Table> {
  try {
    const read = await withFile(file, (source) => readFile(source));
    for (const { message } of read.bad.slice(0, 10)) say(message);
    if (read.badCount > 0) say(`${read.badCount} rows could not be read and are left out.`);
    if (read.stopped !== null) say(read.stopped);
    const spec = specFor(read);
    if (read.columns !== null)
      return ofColumns(columnsTable(read.columns, spec).table, say, withCases);
    const table = createTable(withCases);
    const { rows } = rowsOf(read, spec);
    for (const { caseId, decision, gold, posterior } of rows)
      if (decision.status === 'missing') table.miss(decision.reason);
      else if (gold >= 0)
        table.add({
          ...decision,
          ...{
            caseId,
            gold,
            posterior,
            mass: decision.optionMass,
            bounds: decision.bounds ?? null,
          },
        });
    const { cases, ...rest } = table.finish();
    return { ...rest, cases: cases && { ...cases, rows: rows.length } };
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

function ofColumns(table: DecisionTable, say: (text: string) => void, withCases: boolean): Table {
  const { caseIds, usable, labels, chosen, gold, optionMass } = table;
  const k = labels.length;
  const without = table.gold.reduce((sum, own) => sum + (own < 0 ? 1 : 0), 0);
  if (without > 0) say(`${without} rows without gold are left out.`);
  const wide = (column: Float64Array) => {
    const taken = new Float64Array(usable.length * k);
    for (const [i, row] of usable.entries())
      taken.set(column.subarray(row * k, (row + 1) * k), i * k);
    return taken;
  };
  const posterior = wide(table.posterior);
  return {
    decisions: {
      logits: wide(table.logits),
      k,
      chosen: Uint16Array.from(usable, (row) => chosen[row]!),
      gold: Uint16Array.from(usable, (row) => gold[row]!),
    },
    bounds: usableBounds(table),
    posterior: usable.length === 0 || posterior.some(Number.isNaN) ? null : posterior,
    mass: Float64Array.from(usable, (row) => optionMass[row]!),
    missing: { ...table.missing },
    cases: withCases
      ? { ids: Array.from(usable, (row) => caseIds[row]!), rows: caseIds.length }
      : null,
  };
}

/**
 * Streams a JSONL file (`-`: standard input) into columns: memory grows with the numbers kept, not
 * with the text. `say` hears about progress; `withCases` keeps the cases, too. Throws UsageError with
 * file and line for anything that cannot be read.
 */
export async function readTable(
  file: string,
  say: (text: string) => void,
  withCases = false,
): Promise<Table> {
  if (file !== '-' && (await isParquet(file))) return readParquetTable(file, say, withCases);
  const input = file === '-' ? process.stdin : createReadStream(file);
  const failed = new Promise<never>((_, reject) => {
    input.once('error', (error: Error) =>
      reject(new UsageError(`cannot read ${file}: ${error.message}`)),
    );
  });
  return Promise.race([failed, readLines(file, input, say, withCases)]);
}

async function readLines(
  file: string,
  input: NodeJS.ReadableStream,
  say: (text: string) => void,
  withCases: boolean,
): Promise<Table> {
  const table = createTable(withCases);
  let [number, rows] = [0, 0];
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (number % STRIDE === 0) say(`${number.toLocaleString('en')} lines read`);
    if (line.trim() === '') continue;
    rows++;
    const row = parseRow(line, `line ${number} of ${file}`);
    if ('missing' in row) table.miss(row.missing);
    else table.add({ ...row, caseId: row.caseId ?? rowId(rows) });
  }
  return table.finish();
}
