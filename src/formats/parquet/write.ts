import type { ImportedRows } from '../import/toDecisionTable';
import {
  countColumn,
  numberColumn,
  numberLists,
  textColumn,
  textLists,
  writeColumns,
  type Written,
} from './schema';

/** Says what a file of ours is, to whoever looks into its metadata. */
export const KIND = 'calibration-explorer';

const known = (value: number) => (Number.isNaN(value) ? null : value);

/** The columns that decisions and traces have in common; those that no row fills are left out. */
function decisionColumns({ rows, options, task, provenance }: ImportedRows): Written[] {
  const labels = options.map(({ label }) => label);
  const found = rows.map(({ decision }) => (decision.status === 'found' ? decision : null));
  const columns = [
    textColumn(
      'id',
      rows.map(({ caseId }) => caseId),
    ),
    textColumn(
      'task',
      rows.map(() => task),
    ),
    textColumn(
      'model',
      rows.map(() => provenance.model),
    ),
    textLists(
      'options',
      rows.map(() => labels),
    ),
    numberLists(
      'logits',
      found.map((own) => own?.logits ?? null),
    ),
    numberLists(
      'bounds',
      found.map((own) => own?.bounds?.map(known) ?? null),
    ),
    textColumn(
      'chosen',
      found.map((own) => (own === null ? null : labels[own.chosen])),
    ),
    textColumn(
      'gold',
      rows.map(({ gold }) => labels[gold] ?? null),
    ),
    numberColumn(
      'optionMass',
      found.map((own) => known(own?.optionMass ?? NaN)),
    ),
    numberLists(
      'posterior',
      rows.map(({ posterior }) => posterior),
    ),
    textColumn(
      'missing',
      rows.map(({ decision }) => (decision.status === 'missing' ? decision.reason : null)),
    ),
  ];
  const always = ['id', 'options', 'logits', 'chosen', 'gold'];
  return columns.filter(
    ({ name, values }) => always.includes(name) || values.some((value) => value != null),
  );
}

/**
 * Decisions as a Parquet file, a row each: `id`, `task`, `model`, `options` (list), `logits` (list of doubles, null in a row
 * without decision; −inf: no probability), `bounds` (null where exact), `chosen`, `gold`, `optionMass`, `posterior`,
 * `missing` (why there is none). What `readFile`, `report` and the page read.
 */
export function writeDecisions(rows: ImportedRows): Promise<Uint8Array> {
  return writeColumns(decisionColumns(rows), { [KIND]: 'decisions' });
}

/**
 * Traces as a Parquet file, a row each: the columns of a decision, `text` and `tokens` (how many) for queries, and
 * `trace`, the whole of it as a line of our trace JSONL, which alone is read again.
 */
export function writeTraces(
  rows: ImportedRows,
  lines: readonly { readonly line: string; readonly text: string; readonly tokens: number }[],
): Promise<Uint8Array> {
  const columns = [
    ...decisionColumns(rows),
    textColumn(
      'text',
      lines.map(({ text }) => text),
    ),
    countColumn(
      'tokens',
      lines.map(({ tokens }) => tokens),
    ),
    textColumn(
      'trace',
      lines.map(({ line }) => line),
    ),
  ];
  return writeColumns(columns, { [KIND]: 'traces' });
}
