import { pairCases } from '../calibration/cascade';
import type { DecisionTable } from '../traces/decisionTable';
import { dealHalves } from './halves';
import type { Reliability } from './reliability';

/** Confidences and outcomes of some decisions. */
export type Rows = { readonly confidence: Float64Array; readonly correct: Uint8Array };

/** The shown decisions of a table dealt in two: one half to choose a threshold on, the other to judge it on. */
export type ThresholdHalves = { readonly choose: Rows; readonly judge: Rows };

const take = ({ confidence, correct }: Rows, positions: readonly number[]): Rows => ({
  confidence: Float64Array.from(positions, (i) => confidence[i]!),
  correct: Uint8Array.from(positions, (i) => correct[i]!),
});

const choosingOf = new WeakMap<DecisionTable, Uint8Array>();

/** 1 for the rows of a table that choose a threshold; dealt once a table, for the sliders move no case. */
function choosing(table: DecisionTable): Uint8Array {
  const cached = choosingOf.get(table);
  if (cached !== undefined) return cached;
  const chooses = new Uint8Array(table.caseIds.length);
  for (const row of dealHalves(table, table.usable, 'threshold').learn) chooses[row] = 1;
  choosingOf.set(table, chooses);
  return chooses;
}

/** Deals the decisions of a diagram by the case (seed 0), apart from the deal of the calibrator, which saw none of them. */
export function thresholdHalves(table: DecisionTable, shown: Reliability): ThresholdHalves {
  const chooses = choosing(table);
  const [choose, judge]: [number[], number[]] = [[], []];
  for (const [i, row] of shown.rows.entries()) (chooses[row] === 1 ? choose : judge).push(i);
  return { choose: take(shown, choose), judge: take(shown, judge) };
}

/** The cases that two models decided: confidence of the first, outcomes of both; `alone`: cases of the first without a pair. */
export type Paired = {
  readonly confidence: Float64Array;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly alone: number;
};

/** Pairs the shown decisions of a table with those of another model on the same cases. */
export function pairWithFallback(
  table: DecisionTable,
  shown: Reliability,
  fallback: DecisionTable,
): Paired {
  const ids = Array.from(shown.rows, (row) => table.caseIds[row]!);
  const others = Array.from(fallback.usable, (row) => fallback.caseIds[row]!);
  const pairs = pairCases(ids, others);
  const right = (i: number) => {
    const row = fallback.usable[i]!;
    return fallback.chosen[row] === fallback.gold[row] ? 1 : 0;
  };
  return {
    confidence: Float64Array.from(pairs.first, (i) => shown.confidence[i]!),
    first: Uint8Array.from(pairs.first, (i) => shown.correct[i]!),
    second: Uint8Array.from(pairs.second, right),
    alone: ids.length - pairs.first.length,
  };
}
