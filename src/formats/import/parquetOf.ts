import type { MissingReason } from '../../traces/decision';
import type { DecisionTable } from '../../traces/decisionTable';
import { letterForms } from '../../traces/options';
import { tableRows } from './columnsTable';
import { REASONS } from './decisionColumns';
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

/**
 * Every row of a decision table as Parquet, raw logits in all their digits. A table counts why decisions are missing, not
 * where: with several reasons its rows say the general one.
 */
export function tableParquet(table: DecisionTable): Promise<Uint8Array> {
  const { labels, provenance, task, chosen } = table;
  const told = Object.keys(table.missing) as MissingReason[];
  const reason: MissingReason = told.length === 1 ? told[0]! : 'no-decision';
  const reasons = new Uint8Array(chosen.length).fill(REASONS.indexOf(reason));
  const rows = [...tableRows({ table, reasons })];
  return writeDecisions({ options: letterForms(labels), rows, provenance, task });
}
