import { binBounds } from '../calibration/binBounds';
import { confidenceBounds, type Bounds } from '../calibration/confidenceBounds';
import { eceBounds, type EceBounds } from '../calibration/eceBounds';
import { usableBounds, usableColumns, type DecisionTable } from '../traces/decisionTable';
import type { Reliability } from './reliability';
import type { Settings } from './settings';

/** The usable rows of a table some of whose logits are known to an interval only. */
type Bounded = ReturnType<typeof usableColumns> & {
  readonly upper: Float64Array;
  /** Rows with an option of which nothing is logged; others with a surface form that is not. */
  readonly outside: number;
  readonly partly: number;
};
const boundedOf = new WeakMap<DecisionTable, Bounded | null>();

function bounded(table: DecisionTable): Bounded | null {
  const upper = usableBounds(table);
  if (upper === null) return null;
  const k = table.labels.length;
  const columns = usableColumns(table);
  let [outside, partly] = [0, 0];
  for (let row = 0; row < table.usable.length; row++) {
    const own = upper.subarray(row * k, (row + 1) * k);
    const isOutside = (bound: number, j: number) =>
      !Number.isNaN(bound) && columns.logits[row * k + j] === -Infinity;
    if (own.some(isOutside)) outside++;
    else if (own.some((bound) => !Number.isNaN(bound))) partly++;
  }
  return outside + partly === 0 ? null : { ...columns, upper, outside, partly };
}

function cached(table: DecisionTable): Bounded | null {
  let known = boundedOf.get(table);
  if (known === undefined) boundedOf.set(table, (known = bounded(table)));
  return known;
}

const confidenceOf = (
  { labels }: DecisionTable,
  { logits, upper, chosen }: Bounded,
  { temperature, scale }: Settings,
): Bounds => confidenceBounds(logits, upper, labels.length, chosen, scale / temperature);

/** `outside`: rows with an option of which nothing is logged; `partly`: others with a surface form that is not. */
export type TableEceBounds = EceBounds &
  Pick<Bounded, 'outside' | 'partly'> & { readonly n: number };

/**
 * Between which values the ECE of the table's n usable rows lies; null where every logit is known. Under
 * temperature, scale and bins of the settings, without a calibrator.
 */
export function tableEceBounds(table: DecisionTable, settings: Settings): TableEceBounds | null {
  const known = cached(table);
  if (known === null) return null;
  const { correct, outside, partly } = known;
  const confidence = confidenceOf(table, known, settings);
  return { ...eceBounds(confidence, correct, settings), outside, partly, n: correct.length };
}

/** What a diagram draws of the options outside the log: the ends of each bin's mean confidence, and of the ECE. */
export type DiagramBounds = { readonly bins: Bounds; readonly ece: TableEceBounds };

/** Null where every logit is known, and after a calibrator, which maps the confidence alone. */
export function diagramBounds(
  table: DecisionTable,
  { bins, confidence, calibration }: Reliability,
  settings: Settings,
): DiagramBounds | null {
  const ece = calibration?.status === 'fitted' ? null : tableEceBounds(table, settings);
  if (ece === null) return null;
  const ends = confidenceOf(table, cached(table)!, settings);
  return { bins: binBounds(ends, confidence, bins.length, settings), ece };
}
