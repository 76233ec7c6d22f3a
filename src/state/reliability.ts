import { binIndex, reliabilityBins, type Bin } from '../calibration/bins';
import {
  applyCalibrator,
  type Calibrator,
  type CalibratorName,
} from '../calibration/calibrators/calibrator';
import { describeCalibrator } from '../calibration/calibrators/describe';
import type { FitProblem } from '../calibration/calibrators/fitError';
import { correctOf } from '../calibration/decisions';
import { expectedCalibrationError } from '../calibration/ece';
import { scaledConfidence } from '../calibration/scaling';
import { usableColumns, type DecisionTable } from '../traces/decisionTable';
import { fitTable } from './calibration';
import type { Settings } from './settings';

/** A diagram: confidences, outcomes and what follows from them; exact, no resampling. */
export type Diagram = {
  /** Decisions that count. */
  readonly n: number;
  /** Confidence of each of them, and 1 where it was right. */
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
  readonly bins: readonly Bin[];
  /** Decisions in each cell of `calibration/histogram.ts`, where they are known without `confidence`. */
  readonly histogram?: Uint32Array;
  /** How many of them are right. */
  readonly right: number;
  /** In [0, 1]; NaN for n = 0, like the two below. */
  readonly ece: number;
  readonly accuracy: number;
  readonly meanConfidence: number;
};

/** What a calibrator did to the diagram, or why it could not. */
export type Calibrated =
  | {
      readonly status: 'fitted';
      readonly calibrator: Calibrator;
      /** Its parameters in one line. */
      readonly description: string;
      /** The same decisions without it. */
      readonly before: Diagram;
    }
  | {
      readonly status: 'failed';
      readonly name: CalibratorName;
      readonly problem: FitProblem;
      /** A sentence for people: what is wrong and what to do. */
      readonly message: string;
    };

/**
 * Everything that is shown of a decision table under given settings. Without a calibrator, or where it cannot be fitted,
 * these are the table's decisions with a known gold option; with one, those of them that it did not learn from.
 */
export type Reliability = Diagram & {
  /** Number of options. */
  readonly k: number;
  /** The table's row of each decision, ascending. */
  readonly rows: Int32Array;
  /** Null without a calibrator. */
  readonly calibration: Calibrated | null;
};

type Columns = ReturnType<typeof usableColumns>;
const columnsOf = new WeakMap<DecisionTable, Columns>();

/** The columns of the decisions that count, taken from the table once. */
export function cachedColumns(table: DecisionTable): Columns {
  const cached = columnsOf.get(table) ?? usableColumns(table);
  columnsOf.set(table, cached);
  return cached;
}

export function total(values: Float64Array | Uint8Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function diagram(confidence: Float64Array, correct: Uint8Array, settings: Settings): Diagram {
  const bins = reliabilityBins(confidence, correct, settings);
  const right = total(correct);
  return {
    n: correct.length,
    confidence,
    correct,
    bins,
    right,
    ece: expectedCalibrationError(bins, correct.length),
    accuracy: right / correct.length,
    meanConfidence: total(confidence) / correct.length,
  };
}

/** Places among a diagram's decisions of those that fell in bin `bin`, ascending; it was drawn with the same settings. */
export function decisionsOfBin({ confidence }: Diagram, settings: Settings, bin: number): number[] {
  const places: number[] = [];
  binIndex(confidence, settings).forEach((own, i) => {
    if (own === bin) places.push(i);
  });
  return places;
}

/** The diagram of a table under settings: a pure function of both. */
export function reliability(table: DecisionTable, settings: Settings): Reliability {
  const k = table.labels.length;
  const factor = settings.scale / settings.temperature;
  const uncalibrated = (calibration: Calibrated | null): Reliability => {
    const { logits, chosen, correct } = cachedColumns(table);
    const confidence = scaledConfidence(logits, k, chosen, factor);
    return { ...diagram(confidence, correct, settings), k, rows: table.usable, calibration };
  };
  const { calibrator: name } = settings;
  if (name === null) return uncalibrated(null);
  const fit = fitTable(table, name, factor);
  if ('problem' in fit) return uncalibrated({ status: 'failed', name, ...fit });
  const { calibrator, rows, judged } = fit;
  const correct = correctOf(judged);
  const plain = scaledConfidence(judged.logits, k, judged.chosen, factor);
  return {
    ...diagram(applyCalibrator(calibrator, judged, factor), correct, settings),
    k,
    rows,
    calibration: {
      status: 'fitted',
      calibrator,
      description: describeCalibrator(calibrator),
      before: diagram(plain, correct, settings),
    },
  };
}
