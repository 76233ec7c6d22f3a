import type { ImportResult } from './readImport';
import type { ImportSpec } from './importSpec';
import type { ImportedRows } from './toDecisionTable';
import { traceLines } from './write';
import { tokenTexts } from './tokenTexts';
import { writeDecisions, writeTraces } from '../parquet/write';

/** Traces as Parquet: those with tokens. */
export function tracesParquet(
  { traces }: Pick<ImportResult, 'traces'>,
  rows: ImportedRows,
  spec: ImportSpec,
): Promise<Uint8Array> {
  const lines = [...traceLines(traces, rows, spec)];
  const told = traces.map((trace, i) => ({ trace, row: rows.rows[i]! }));
  const own = told.filter(({ trace }) => trace.tokens.length > 0);
  return writeTraces(
    { ...rows, rows: own.map(({ row }) => row) },
    own.map(({ trace }, i) => ({
      line: lines[i]!,
      text: tokenTexts(trace.tokens).join(''),
      tokens: trace.tokens.length,
    })),
  );
}

/** What was read as Parquet: traces where every one has tokens, else decisions. */
export function parquetOf(
  read: Pick<ImportResult, 'traces'>,
  rows: ImportedRows,
  spec: ImportSpec,
): Promise<Uint8Array> {
  const whole = read.traces.length > 0 && read.traces.every(({ tokens }) => tokens.length > 0);
  return whole ? tracesParquet(read, rows, spec) : writeDecisions(rows);
}
