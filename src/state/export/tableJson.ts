import type { DecisionTable } from '../../traces/decisionTable';

/** A decision table as JSON: columns as base64 of their little-endian memory. */
export type TableJson = {
  readonly provenance: DecisionTable['provenance'];
  readonly task: string;
  readonly labels: readonly string[];
  readonly caseIds: readonly string[];
  readonly missing: DecisionTable['missing'];
  readonly logits: string;
  readonly bound?: string;
  readonly chosen: string;
  readonly gold: string;
  readonly optionMass: string;
};

const CHUNK = 0x8000;

function base64(column: Float64Array | Int8Array): string {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function bytesOf(text: string, length: number): ArrayBuffer {
  const raw = atob(text);
  if (raw.length !== length)
    throw new RangeError(`A column has ${raw.length} bytes instead of ${length}.`);
  return Uint8Array.from(raw, (character) => character.charCodeAt(0)).buffer;
}

/** Everything of a table that a diagram and its exports need; the posterior stays behind. */
export function tableToJson(table: DecisionTable): TableJson {
  const { provenance, task, labels, caseIds, missing, logits, bound, chosen, gold, optionMass } =
    table;
  return {
    ...{ provenance, task, labels, caseIds, missing },
    logits: base64(logits),
    ...(bound === undefined ? {} : { bound: base64(bound) }),
    chosen: base64(chosen),
    gold: base64(gold),
    optionMass: base64(optionMass),
  };
}

/** The table again, bit for bit, its posterior unknown. Throws RangeError where a column's length does not fit. */
export function tableOfJson(packed: TableJson): DecisionTable {
  const { provenance, task, labels, caseIds, missing } = packed;
  const [n, k] = [caseIds.length, labels.length];
  const chosen = new Int8Array(bytesOf(packed.chosen, n));
  const gold = new Int8Array(bytesOf(packed.gold, n));
  for (const column of [chosen, gold])
    if (column.some((option) => option < -1 || option >= k))
      throw new RangeError(`An option of ${k} is out of range.`);
  return {
    ...{ provenance, task, labels, caseIds, missing, chosen, gold },
    logits: new Float64Array(bytesOf(packed.logits, 8 * n * k)),
    ...(packed.bound === undefined
      ? {}
      : { bound: new Float64Array(bytesOf(packed.bound, 8 * n * k)) }),
    optionMass: new Float64Array(bytesOf(packed.optionMass, 8 * n)),
    posterior: new Float64Array(n * k).fill(NaN),
    usable: Int32Array.from(caseIds.keys()).filter((row) => chosen[row]! >= 0 && gold[row]! >= 0),
  };
}
