import type { MissingReason } from '../traces/decision';
import { decisionTable, type DecisionRow, type DecisionTable } from '../traces/decisionTable';
import { readContainer, writeContainer } from './container';
import { FormatError } from './errors';
import { turn } from './turn';

/** What is known of a case beside the decision: index of the gold option and the posterior. */
export type CaseTruth = { readonly gold: number; readonly posterior: readonly number[] };

type Head = {
  readonly kind: 'decisions';
  readonly model: string;
  readonly dtype: string;
  readonly backend: string;
  readonly task: string;
  /** Seed of the task's sampler; row i is case `start + i`. */
  readonly seed: number;
  readonly start: number;
  readonly labels: readonly string[];
  /** Row → reason, for the rows without decision. */
  readonly missing: Readonly<Record<string, MissingReason>>;
};

/** Milliseconds of work between two turns of the event loop. */
const SLICE = 6;
/** Rows between two looks at the clock. */
const ROWS = 20;

/**
 * The decision table of a shipped file: option logits less the largest of the row, float32. Gold and posterior are not in
 * it: `truthOf` tells them from the sampler. Rejects with FormatError, naming `where`, on a damaged file.
 */
export async function readShippedDecisions(
  bytes: Uint8Array,
  where: string,
  truthOf: (task: string, seed: number, index: number) => CaseTruth,
): Promise<DecisionTable> {
  const { head, columns } = await readContainer(bytes, where);
  const file = head as Partial<Head>;
  const { logits, chosen, mass } = columns;
  const { labels = [], task = '', seed = NaN, start = NaN } = file;
  const k = labels.length;
  const n = chosen?.length ?? 0;
  if (
    file.kind !== 'decisions' ||
    n === 0 ||
    k < 2 ||
    logits?.length !== n * k ||
    mass?.length !== n
  )
    throw new FormatError(`${where}: columns of different lengths. The file is damaged; reload.`);
  const rows: DecisionRow[] = [];
  await turn();
  let began = performance.now();
  for (let i = 0; i < n; i++) {
    if (i % ROWS === 0 && performance.now() - began > SLICE) {
      await turn();
      began = performance.now();
    }
    const index = start + i;
    const option = chosen![i]!;
    const own = Array.from(logits.subarray(i * k, (i + 1) * k));
    const found = option >= 0 && option < k && !own.some(Number.isNaN);
    rows.push({
      caseId: `${task}-${seed}-${index}`,
      ...truthOf(task, seed, index),
      decision: found
        ? { status: 'found', tokenIndex: -1, chosen: option, logits: own, optionMass: mass[i]! }
        : { status: 'missing', reason: file.missing?.[i] ?? 'no-decision' },
    });
  }
  const { model = '', dtype = '', backend = '' } = file;
  return decisionTable({ model, dtype, backend }, task, labels, rows);
}

/** Packs a table whose row i is case `start + i` of a seed. */
export function writeShippedDecisions(
  table: DecisionTable,
  cases: { readonly seed: number; readonly start: number },
  missing: Head['missing'],
): Promise<Uint8Array> {
  const k = table.labels.length;
  const logits = Float32Array.from(table.logits, (logit, i) => {
    const row = Math.floor(i / k) * k;
    return logit - Math.max(...table.logits.subarray(row, row + k));
  });
  const head: Head = {
    kind: 'decisions',
    ...table.provenance,
    task: table.task,
    ...cases,
    labels: table.labels,
    missing,
  };
  return writeContainer(head, {
    logits,
    mass: Float32Array.from(table.optionMass),
    chosen: table.chosen,
  });
}
