import type { MissingReason } from '../traces/decision';
import type { DecisionTable } from '../traces/decisionTable';
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
  const damaged = () =>
    new FormatError(`${where}: columns of different lengths. The file is damaged; reload.`);
  if (
    file.kind !== 'decisions' ||
    n === 0 ||
    k < 2 ||
    logits?.length !== n * k ||
    mass?.length !== n
  )
    throw damaged();
  const table = {
    caseIds: new Array<string>(n),
    logits: new Float64Array(n * k).fill(NaN),
    chosen: new Int8Array(n).fill(-1),
    gold: new Int8Array(n),
    optionMass: new Float64Array(n).fill(NaN),
    posterior: new Float64Array(n * k),
  };
  const missing: Partial<Record<MissingReason, number>> = {};
  const usable: number[] = [];
  await turn();
  let began = performance.now();
  for (let row = 0; row < n; row++) {
    if (row % ROWS === 0 && performance.now() - began > SLICE) {
      await turn();
      began = performance.now();
    }
    const caseId = `${task}-${seed}-${start + row}`;
    const { gold, posterior } = truthOf(task, seed, start + row);
    if (posterior.length !== k) throw damaged();
    table.caseIds[row] = caseId;
    table.gold[row] = gold;
    let found = chosen![row]! >= 0 && chosen![row]! < k;
    for (let option = 0, at = row * k; option < k; option++, at++) {
      table.posterior[at] = posterior[option]!;
      if (Number.isNaN(logits[at])) found = false;
    }
    if (!found) {
      const reason = file.missing?.[row] ?? 'no-decision';
      missing[reason] = (missing[reason] ?? 0) + 1;
      continue;
    }
    for (let at = row * k; at < (row + 1) * k; at++) table.logits[at] = logits[at]!;
    table.chosen[row] = chosen![row]!;
    table.optionMass[row] = mass[row]!;
    if (gold >= 0) usable.push(row);
  }
  const { model = '', dtype = '', backend = '' } = file;
  const provenance = { model, dtype, backend };
  return { provenance, task, labels, ...table, missing, usable: Int32Array.from(usable) };
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
