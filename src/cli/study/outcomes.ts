import { auroc } from '../../calibration/auroc';
import { applyCalibrator, fitCalibrator } from '../../calibration/calibrators/calibrator';
import { CalibratorFitError } from '../../calibration/calibrators/fitError';
import { splitRows } from '../../calibration/calibrators/crossFit';
import { correctOf, takeRows } from '../../calibration/decisions';
import { eceOfRows } from '../../calibration/ece';
import { quantileSorted } from '../../calibration/quantile';
import { scaledConfidence } from '../../calibration/scaling';
import type { StudyTable } from './table';

/** Decisions reduced to what calibration needs: `n` rows asked, confidence and outcome of those that decided. */
export type Outcomes = {
  readonly n: number;
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
};

/**
 * Confidence as decided, or after the barycentre correction; or, on the half of the cases that nothing was fitted on, as
 * decided (`held-out`) or after a calibrator fitted on the other half.
 */
export type Treatment = 'raw' | 'barycentre' | 'held-out' | 'temperature' | 'isotonic';

/** Outcomes of a table by case, so that cases can be drawn. */
export type Prepared = {
  /** Case of every row, and of every decided row. */
  readonly cases: Int32Array;
  readonly caseOf: Int32Array;
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
};

const NOTHING: Prepared = {
  cases: new Int32Array(),
  caseOf: new Int32Array(),
  confidence: new Float64Array(),
  correct: new Uint8Array(),
};

const SPLIT = { fraction: 0.5, seed: 'study' };

/**
 * Applies a treatment to a table. Calibrators are fitted on a seeded half, which the result does not hold. After a swap
 * `correct` says whether the decision followed the reasoning that was put in. Where the best temperature is infinite every
 * confidence is 1/K; where a calibrator cannot be fitted otherwise there are no rows, so that every figure is NaN.
 */
export function prepare(table: StudyTable, how: Treatment): Prepared {
  const { decisions, cases, caseOf, extra } = table;
  const correct =
    table.head.mode === 'swap'
      ? correctOf({ chosen: decisions.chosen, gold: Uint32Array.from(extra.target ?? []) })
      : correctOf(decisions);
  if (how === 'raw' || how === 'barycentre') {
    const confidence =
      how === 'raw'
        ? scaledConfidence(decisions.logits, decisions.k, decisions.chosen, 1)
        : applyCalibrator(fitCalibrator('barycentre', decisions), decisions);
    return { cases, caseOf, confidence, correct };
  }
  const [fit, judge] = splitRows(correct.length, SPLIT.fraction, SPLIT.seed);
  const judged = takeRows(decisions, judge);
  const own = Int32Array.from(judge, (row) => caseOf[row]!);
  try {
    const confidence =
      how === 'held-out'
        ? scaledConfidence(judged.logits, judged.k, judged.chosen, 1)
        : applyCalibrator(fitCalibrator(how, takeRows(decisions, fit)), judged);
    return { cases: own, caseOf: own, confidence, correct: correctOf(judged) };
  } catch (error) {
    if (!(error instanceof CalibratorFitError)) throw error;
    if (how !== 'temperature' || error.problem !== 'uninformative') return NOTHING;
    const confidence = new Float64Array(judge.length).fill(1 / judged.k);
    return { cases: own, caseOf: own, confidence, correct: correctOf(judged) };
  }
}

/** The outcomes with case i taken `times[i]` times; all of them once where `times` is null. */
export function drawn(prepared: Prepared, times: Uint16Array | null): Outcomes {
  const { cases, caseOf, confidence, correct } = prepared;
  if (times === null) return { n: cases.length, confidence, correct };
  let n = 0;
  for (const at of cases) n += times[at]!;
  const rows: number[] = [];
  caseOf.forEach((at, row) => {
    for (let again = times[at]!; again > 0; again--) rows.push(row);
  });
  return {
    n,
    confidence: Float64Array.from(rows, (row) => confidence[row]!),
    correct: Uint8Array.from(rows, (row) => correct[row]!),
  };
}

/** A figure of outcomes. Accuracy counts a missing decision as wrong; the others leave it out. */
export type Figure =
  'accuracy' | 'ece' | 'meanConfidence' | 'medianConfidence' | 'auroc' | 'certain' | 'decided';

const CERTAIN = 0.99;

/** The figure in [0, 1]; NaN where it is undefined. ECE: 15 equal-mass bins. */
export function figureOf({ n, confidence, correct }: Outcomes, figure: Figure): number {
  const share = (count: number, of: number) => count / of;
  const sum = (values: Uint8Array | Float64Array) => {
    let total = 0;
    for (const value of values) total += value;
    return total;
  };
  switch (figure) {
    case 'accuracy':
      return share(sum(correct), n);
    case 'decided':
      return share(correct.length, n);
    case 'meanConfidence':
      return share(sum(confidence), confidence.length);
    case 'medianConfidence':
      return quantileSorted(confidence.slice().sort(), 0.5);
    case 'certain':
      return share(confidence.filter((c) => c > CERTAIN).length, confidence.length);
    case 'auroc':
      return auroc(confidence, correct);
    case 'ece':
      return eceOfRows(confidence, correct);
  }
}
