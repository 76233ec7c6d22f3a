import {
  fitCalibrator,
  type Calibrator,
  type CalibratorName,
} from '../calibration/calibrators/calibrator';
import { CalibratorFitError, type FitProblem } from '../calibration/calibrators/fitError';
import { takeRows, type Decisions } from '../calibration/decisions';
import type { DecisionTable } from '../traces/decisionTable';
import { dealHalves } from './halves';

/** Bins of the histogram calibrators, whatever the diagram's. */
const FIT_BINS = 15;
/** Names the deal of cases that calibrators are fitted and judged on. */
export const CALIBRATOR_DEAL = 'calibrator';
/** Fits kept for a table: those of the latest factors. */
const KEPT = 16;

/** A calibrator fitted on a part of a table, and the rows of the table that it is judged on. */
export type Fit =
  | { readonly calibrator: Calibrator; readonly rows: Int32Array; readonly judged: Decisions }
  | { readonly problem: FitProblem; readonly message: string };

type Parts = { readonly learn: Decisions; readonly judge: Decisions; readonly rows: Int32Array };
const halvesOf = new WeakMap<DecisionTable, Parts>();
const wholeOf = new WeakMap<DecisionTable, Decisions>();
const fitsOf = new WeakMap<DecisionTable, Map<string, Fit>>();

function columns({ logits, labels, chosen, gold }: DecisionTable, rows: Int32Array): Decisions {
  return takeRows(
    { logits, k: labels.length, chosen: Uint8Array.from(chosen), gold: Uint8Array.from(gold) },
    rows,
  );
}

function partsOf(table: DecisionTable): Parts {
  const cached = halvesOf.get(table);
  if (cached !== undefined) return cached;
  const { learn, judge } = dealHalves(table, table.usable, CALIBRATOR_DEAL);
  const parts = { learn: columns(table, learn), judge: columns(table, judge), rows: judge };
  halvesOf.set(table, parts);
  return parts;
}

function whole(table: DecisionTable): Decisions {
  const cached = wholeOf.get(table) ?? columns(table, table.usable);
  wholeOf.set(table, cached);
  return cached;
}

/** The same fit at another factor: one factor of all logits undoes another. */
function movedTo(factor: number, calibrator: Calibrator): Calibrator {
  if (calibrator.name === 'temperature')
    return { ...calibrator, temperature: calibrator.temperature * factor };
  return calibrator.name === 'scale'
    ? { ...calibrator, scale: calibrator.scale / factor }
    : calibrator;
}

/** Temperature and scale are fitted once, at factor 1, whatever the sliders say. */
const isMoved = (name: CalibratorName) => name === 'temperature' || name === 'scale';

/** The named calibrator fitted on decisions, at `factor` (α/T), as the page fits it. Throws CalibratorFitError. */
export function fitDecisions(
  decisions: Decisions,
  name: CalibratorName,
  factor: number,
): Calibrator {
  return isMoved(name)
    ? movedTo(factor, fitCalibrator(name, decisions))
    : fitCalibrator(name, decisions, { factor, bins: FIT_BINS });
}

function fitAt(table: DecisionTable, name: CalibratorName, factor: number): Calibrator {
  if (!isMoved(name) || factor === 1) return fitDecisions(partsOf(table).learn, name, factor);
  const plain = fitTable(table, name, 1);
  if ('problem' in plain) throw new CalibratorFitError(name, plain.problem, plain.message);
  return movedTo(factor, plain.calibrator);
}

function fit(table: DecisionTable, name: CalibratorName, factor: number): Fit {
  try {
    if (name === 'barycentre')
      return {
        calibrator: fitCalibrator(name, whole(table)),
        rows: table.usable,
        judged: whole(table),
      };
    const { judge, rows } = partsOf(table);
    const calibrator = fitAt(table, name, factor);
    if (rows.length > 0) return { calibrator, rows, judged: judge };
    const message = 'no decision is left to judge it on; run more cases.';
    return { problem: 'empty', message };
  } catch (error) {
    if (!(error instanceof CalibratorFitError)) throw error;
    return { problem: error.problem, message: error.message.replace(`${name}: `, '') };
  }
}

/**
 * The named calibrator, fitted at `factor` (α/T) on the seeded half of the usable rows (at most about 10 000) and to be
 * judged on the others; the barycentre correction learns nothing and is judged on all. Cached for each (table, calibrator,
 * factor). What cannot be fitted comes back as a problem with its sentence.
 */
export function fitTable(table: DecisionTable, name: CalibratorName, factor: number): Fit {
  const fits = fitsOf.get(table) ?? new Map<string, Fit>();
  fitsOf.set(table, fits);
  const key = `${name}/${factor}`;
  const cached = fits.get(key);
  if (cached !== undefined) return cached;
  const made = fit(table, name, factor);
  fits.set(key, made);
  for (const old of fits.keys()) if (fits.size > KEPT && old !== `${name}/1`) fits.delete(old);
  return made;
}
