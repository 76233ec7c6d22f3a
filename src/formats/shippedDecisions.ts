import type { MissingReason } from '../traces/decision';
import { decisionTable, type DecisionRow, type DecisionTable } from '../traces/decisionTable';
import { FormatError } from './errors';

/**
 * A decision table as the page ships it: JSON columns of n rows with K options. Logits and
 * posterior are flat, row-major; a row without decision has `chosen` −1, its logits are null.
 */
export type ShippedDecisions = {
  readonly version: 1;
  readonly model: string;
  readonly dtype: string;
  readonly backend: string;
  readonly task: string;
  /** Seed of the task's sampler; row i is case `start + i`. */
  readonly seed: number;
  readonly start: number;
  readonly labels: readonly string[];
  readonly logits: readonly (number | null)[];
  readonly chosen: readonly number[];
  readonly gold: readonly number[];
  readonly optionMass: readonly (number | null)[];
  readonly posterior: readonly number[];
  /** Row → reason, for the rows without decision. */
  readonly missing: Readonly<Record<string, MissingReason>>;
};

function checked(value: unknown, where: string): ShippedDecisions {
  const file = (value ?? {}) as Partial<ShippedDecisions>;
  if (file.version !== 1)
    throw new FormatError(`${where}: version ${String(file.version)} is not 1. Rebuild the page.`);
  const n = file.chosen?.length ?? 0;
  const k = file.labels?.length ?? 0;
  const lengths = [
    [file.gold?.length, n],
    [file.optionMass?.length, n],
    [file.logits?.length, n * k],
    [file.posterior?.length, n * k],
  ] as const;
  if (n === 0 || k < 2 || lengths.some(([actual, wanted]) => actual !== wanted))
    throw new FormatError(`${where}: columns of different lengths. The file is damaged; reload.`);
  return file as ShippedDecisions;
}

/** The decision table of a shipped file. Throws FormatError, naming `where`, on a damaged one. */
export function readShippedDecisions(value: unknown, where: string): DecisionTable {
  const file = checked(value, where);
  const k = file.labels.length;
  const rows = file.chosen.map((chosen, i): DecisionRow => {
    const caseId = `${file.task}-${file.seed}-${file.start + i}`;
    const posterior = file.posterior.slice(i * k, (i + 1) * k);
    const gold = file.gold[i]!;
    if (chosen < 0)
      return {
        caseId,
        decision: { status: 'missing', reason: file.missing[i] ?? 'no-decision' },
        gold,
        posterior,
      };
    const logits = file.logits.slice(i * k, (i + 1) * k).map((logit) => logit ?? NaN);
    if (logits.some(Number.isNaN) || chosen >= k)
      throw new FormatError(`${where}: row ${i} has a decision but no logits. Reload.`);
    return {
      caseId,
      decision: {
        status: 'found',
        tokenIndex: -1,
        chosen,
        logits,
        optionMass: file.optionMass[i] ?? NaN,
      },
      gold,
      posterior,
    };
  });
  const provenance = { model: file.model, dtype: file.dtype, backend: file.backend };
  return decisionTable(provenance, file.task, file.labels, rows);
}

/** Columns of a table for shipping, numbers rounded to `digits` significant digits. */
export function writeShippedDecisions(
  table: DecisionTable,
  cases: { readonly seed: number; readonly start: number },
  missing: ShippedDecisions['missing'],
  digits = 7,
): ShippedDecisions {
  const round = (value: number) => (Number.isNaN(value) ? null : Number(value.toPrecision(digits)));
  return {
    version: 1,
    ...table.provenance,
    task: table.task,
    ...cases,
    labels: table.labels,
    logits: [...table.logits].map(round),
    chosen: [...table.chosen],
    gold: [...table.gold],
    optionMass: [...table.optionMass].map(round),
    posterior: [...table.posterior].map((p) => round(p) ?? 0),
    missing,
  };
}
