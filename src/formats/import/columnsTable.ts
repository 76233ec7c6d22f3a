import type { MissingReason } from '../../traces/decision';
import type { DecisionRow, DecisionTable } from '../../traces/decisionTable';
import { letterForms } from '../../traces/options';
import { FormatError } from '../errors';
import { idsOf, REASONS, type DecisionColumns } from './decisionColumns';
import { goldIndex } from './goldIndex';
import type { ImportSpec } from './importSpec';
import type { MatchCount } from './matchCount';
import { withLazyIds } from './packedTable';
import type { ImportedRows } from './toDecisionTable';

const NOT_AN_OPTION = REASONS.indexOf('not-an-option');
const NO_PROBABILITY = REASONS.indexOf('no-probability');

/** The table of columns under a spec, and why rows have no decision: index of `REASONS` where `chosen` is −1. */
export type ColumnsTable = { readonly table: DecisionTable; readonly reasons: Uint8Array };

/** The gold option of every row under labels and the user's list. */
function goldOf(columns: DecisionColumns, labels: readonly string[], { gold }: ImportSpec) {
  const named = columns.goldNames.map((name) => goldIndex(name, labels, columns.labels));
  const result = new Int8Array(columns.n).fill(-1);
  for (let row = 0; row < columns.n; row++)
    if (columns.gold[row]! >= 0) result[row] = named[columns.gold[row]!]!;
  if (gold === null) return result;
  for (const [row, id] of idsOf(columns).entries()) {
    const own = gold.get(id) ?? gold.get(`${id}/0`);
    if (own !== undefined) result[row] = goldIndex(own, labels, columns.labels);
  }
  return result;
}

/** The last table made of some columns: counting and showing ask for the same one. */
const latest = new WeakMap<
  DecisionColumns,
  { readonly spec: string; readonly gold: unknown; readonly made: ColumnsTable }
>();

/** See `makeTable`; made once where it is asked for again. */
export function columnsTable(columns: DecisionColumns, spec: ImportSpec): ColumnsTable {
  const { gold, options, temperature0 } = spec;
  const key = JSON.stringify([options, temperature0]);
  const known = latest.get(columns);
  if (known?.spec === key && known.gold === gold) return known.made;
  const made = makeTable(columns, spec);
  latest.set(columns, { spec: key, gold, made });
  return made;
}

/**
 * The decision table of columns under a spec: options renamed by name or by place, processed log-probabilities
 * undone, gold from the user's list. Throws FormatError `unclear` where the spec does not do.
 */
function makeTable(columns: DecisionColumns, spec: ImportSpec): ColumnsTable {
  const { temperature0 } = spec;
  if (temperature0 !== null && !(temperature0 > 0 && temperature0 < Infinity))
    throw new FormatError(`The temperature to undo is above 0, not ${temperature0}.`, 'unclear');
  const factor = temperature0 ?? 1;
  const { n } = columns;
  const from = columns.labels;
  const labels = (spec.options ?? letterForms(from)).map(({ label }) => label);
  const k = labels.length;
  if (k < 2 || k > 100)
    throw new FormatError(`A decision has 2 to 100 options, not ${k}.`, 'unclear');
  const named = from.every((name) => labels.includes(name));
  const places = from.map((name, j) => (named ? labels.indexOf(name) : j));
  const same = factor === 1 && from.length === k && places.every((to, j) => to === j);

  const spread = (values: Float64Array, nothing: number, scale: number) => {
    if (same) return values;
    const result = new Float64Array(n * k).fill(nothing);
    for (const [j, to] of places.entries())
      if (to < k)
        for (let row = 0; row < n; row++) {
          const value = values[row * from.length + j]!;
          result[row * k + to] = value === -Infinity ? value : scale * value;
        }
    return result;
  };
  const logits = spread(columns.logits, -Infinity, factor).slice();
  const bound = columns.bounds === null ? null : spread(columns.bounds, NaN, factor);
  const outside = places.some((to) => to >= k);
  const reasons = columns.reasons.slice();
  const chosen = new Int8Array(n).fill(-1);
  const gold = goldOf(columns, labels, spec);
  const optionMass = new Float64Array(n).fill(NaN);
  const missing: Partial<Record<MissingReason, number>> = {};
  const usable = new Int32Array(n);
  let count = 0;
  for (let row = 0; row < n; row++) {
    const own = columns.chosen[row]!;
    const to = own < 0 ? -1 : places[own]!;
    if (own >= 0 && outside) reasons[row] = NOT_AN_OPTION;
    else if (own >= 0 && logits[row * k + to] === -Infinity) reasons[row] = NO_PROBABILITY;
    else if (own >= 0) {
      chosen[row] = to;
      if (factor === 1) optionMass[row] = columns.optionMass[row]!;
      if (gold[row]! >= 0) usable[count++] = row;
      continue;
    }
    const reason = REASONS[reasons[row]!]!;
    missing[reason] = (missing[reason] ?? 0) + 1;
    logits.fill(NaN, row * k, (row + 1) * k);
  }
  const table = {
    provenance: { model: columns.model, dtype: 'unknown', backend: 'Parquet file' },
    task: columns.task,
    labels,
    logits,
    ...(bound === null ? {} : { bound }),
    chosen,
    gold,
    optionMass,
    posterior:
      columns.posterior !== null && same
        ? columns.posterior
        : columns.posterior !== null && named && from.length === k
          ? spread(columns.posterior, NaN, 1)
          : new Float64Array(n * k).fill(NaN),
    missing,
    usable: usable.slice(0, count),
  };
  return { table: withLazyIds(table, columns), reasons };
}

const filled = (values: Float64Array) => !values.some(Number.isNaN);

/** The rows of a table one by one, for writers of text. */
export function* tableRows({ table, reasons }: ColumnsTable): Generator<DecisionRow> {
  const { labels, caseIds, logits, bound, chosen, gold, optionMass, posterior } = table;
  const k = labels.length;
  for (let row = 0; row < chosen.length; row++) {
    const [from, to] = [row * k, (row + 1) * k];
    const truth = posterior.subarray(from, to);
    const limits = bound?.subarray(from, to);
    const exact = limits === undefined || limits.every(Number.isNaN);
    yield {
      caseId: caseIds[row]!,
      gold: gold[row]!,
      posterior: filled(truth) ? Array.from(truth) : null,
      decision:
        chosen[row]! < 0
          ? { status: 'missing', reason: REASONS[reasons[row]!]! }
          : {
              status: 'found',
              tokenIndex: -1,
              chosen: chosen[row]!,
              logits: Array.from(logits.subarray(from, to)),
              ...(exact ? {} : { bounds: Array.from(limits) }),
              optionMass: optionMass[row]!,
            },
    };
  }
}

/** The same with what the rows have in common, as the importers of text give it. */
export function columnsRows(columns: DecisionColumns, spec: ImportSpec): ImportedRows {
  const made = columnsTable(columns, spec);
  const { labels, provenance, task } = made.table;
  return { options: letterForms(labels), rows: [...tableRows(made)], provenance, task };
}

/** What the spec makes of the columns. */
export function columnsCount(columns: DecisionColumns, spec: ImportSpec, most = 5): MatchCount {
  const { table } = columnsTable(columns, spec);
  const { labels, chosen, gold, logits, bound, missing } = table;
  const k = labels.length;
  let [matched, withGold, bounded] = [0, 0, 0];
  const unknown = new Set<number>();
  for (let row = 0; row < columns.n; row++) {
    if (gold[row]! >= 0) withGold++;
    else if (columns.gold[row]! >= 0 && unknown.size < most) unknown.add(columns.gold[row]!);
    if (chosen[row]! < 0) continue;
    matched++;
    for (let j = row * k; bound !== undefined && j < (row + 1) * k; j++)
      if (logits[j] === -Infinity && !Number.isNaN(bound[j])) {
        bounded++;
        break;
      }
  }
  const unknownGold = [...unknown].map((code) => columns.goldNames[code]!.slice(0, 80));
  return { n: columns.n, matched, missing, withGold, unknownGold, bounded, samples: [] };
}
