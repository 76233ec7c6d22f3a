import { binIndex, reliabilityBins, type Bin } from '../calibration/bins';
import { expectedCalibrationError } from '../calibration/ece';
import { scaledConfidence } from '../calibration/scaling';
import { usableColumns, type DecisionTable } from '../traces/decisionTable';
import type { Settings } from './settings';

/** Everything the diagram shows of a decision table under given settings; exact, no resampling. */
export type Reliability = {
  /** Decisions that count: those with a decision and a known gold option. */
  readonly n: number;
  /** Number of options. */
  readonly k: number;
  /** The table's row of each decision, ascending. */
  readonly rows: Int32Array;
  /** Confidence of each of them, and 1 where it was right. */
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
  readonly bins: readonly Bin[];
  /** Bin of each usable row, −1 for none. */
  readonly binOfRow: Int32Array;
  /** In [0, 1]; NaN for n = 0, like the two below. */
  readonly ece: number;
  readonly accuracy: number;
  readonly meanConfidence: number;
};

type Columns = ReturnType<typeof usableColumns>;
const columnsOf = new WeakMap<DecisionTable, Columns>();

function cachedColumns(table: DecisionTable): Columns {
  const cached = columnsOf.get(table) ?? usableColumns(table);
  columnsOf.set(table, cached);
  return cached;
}

function mean(values: Float64Array | Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** The diagram of a table under settings: a pure function of both. */
export function reliability(table: DecisionTable, settings: Settings): Reliability {
  const { logits, chosen, correct } = cachedColumns(table);
  const k = table.labels.length;
  const confidence = scaledConfidence(logits, k, chosen, settings.scale / settings.temperature);
  const { bins: count, binning, edges } = settings;
  const bins = reliabilityBins(confidence, correct, { bins: count, binning, edges });
  return {
    n: correct.length,
    k,
    rows: table.usable,
    confidence,
    correct,
    bins,
    binOfRow: binIndex(confidence, { bins: count, binning, edges }),
    ece: expectedCalibrationError(bins, correct.length),
    accuracy: mean(correct),
    meanConfidence: mean(confidence),
  };
}
