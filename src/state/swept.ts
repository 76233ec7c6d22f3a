import { CELLS } from '../calibration/histogram';
import { scaledConfidence } from '../calibration/scaling';
import { createSweep, type Sweep } from '../calibration/sweep/sweep';
import type { DecisionTable } from '../traces/decisionTable';
import { cachedColumns, total, type Reliability } from './reliability';
import type { Settings } from './settings';

/** Decisions from which on one exact pass takes longer than a frame. */
const MANY = 200_000;

const sweeps = new WeakMap<DecisionTable, Sweep>();

/** Whether the diagram of a table can be swept, and is large enough to need it. */
export function isSwept(table: DecisionTable, { calibrator }: Settings): boolean {
  return calibrator === null && table.labels.length === 2 && table.usable.length >= MANY;
}

/** The sweep of a table between two options, prepared once. */
export function sweepOf(table: DecisionTable): Sweep {
  const { logits, chosen, correct } = cachedColumns(table);
  const sweep = sweeps.get(table) ?? createSweep(logits, chosen, correct);
  sweeps.set(table, sweep);
  return sweep;
}

/**
 * What `reliability` says of a table that `isSwept`, within 2e-8, in a fraction of the time: for while a slider moves. The confidence of
 * every decision is computed only when it is asked for.
 */
export function sweptReliability(table: DecisionTable, settings: Settings): Reliability {
  const { logits, chosen, correct } = cachedColumns(table);
  const factor = settings.scale / settings.temperature;
  const sweep = sweepOf(table);
  const n = correct.length;
  const right = total(correct);
  let confidence: Float64Array | null = null;
  const cells = sweep.at(factor, { binning: 'equal-width', bins: CELLS, edges: 'left' });
  return {
    ...sweep.at(factor, settings),
    get confidence() {
      return (confidence ??= scaledConfidence(logits, 2, chosen, factor));
    },
    histogram: Uint32Array.from(cells.bins, ({ count }) => count),
    ...{ n, k: 2, correct, right, accuracy: right / n, rows: table.usable, calibration: null },
  };
}
