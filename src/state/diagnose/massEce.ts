import type { BinningOptions } from '../../calibration/bins';
import { defaultResamples, eceInterval, eceOfRows, type EceInterval } from '../../calibration/ece';
import { pairedDifference, type Difference } from '../../calibration/pairedDifference';
import { quantileSorted } from '../../calibration/quantile';
import type { DecisionTable } from '../../traces/decisionTable';
import type { Cut } from './cut';

/** The usable rows of a decision table under the current scaling: n numbers each. */
export type MassRows = {
  readonly confidence: Float64Array;
  readonly correct: Uint8Array;
  /** Option mass in [0, 1], at temperature 1. */
  readonly mass: Float64Array;
};

/** Those of the usable rows of a table whose option mass is known. `confidence`, `correct`: of all usable rows. */
export function massRows(
  table: DecisionTable,
  { confidence, correct }: Omit<MassRows, 'mass'>,
): MassRows {
  const known = Uint32Array.from(table.usable, (_, i) => i).filter(
    (i) => !Number.isNaN(table.optionMass[table.usable[i]!]!),
  );
  return {
    confidence: take(confidence, known),
    correct: take(correct, known),
    mass: Float64Array.from(known, (i) => table.optionMass[table.usable[i]!]!),
  };
}

/** Row numbers with low and with high option mass: below `at`, and at least that. */
export type MassSplit = {
  readonly at: number;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
};

export function splitByMass(mass: Float64Array, cut: Cut): MassSplit {
  const at = cut === 'median' ? quantileSorted(mass.slice().sort(), 0.5) : cut;
  const rows = Uint32Array.from(mass, (_, i) => i);
  return {
    at,
    low: rows.filter((row) => mass[row]! < at),
    high: rows.filter((row) => mass[row]! >= at),
  };
}

/** Probability that the full vocabulary gave the chosen option: option mass × confidence. */
export function fullVocabulary({ confidence, mass }: MassRows): Float64Array {
  return confidence.map((c, i) => c * mass[i]!);
}

const take = <T extends Float64Array | Uint8Array>(values: T, rows: Uint32Array): T =>
  (values instanceof Float64Array
    ? Float64Array.from(rows, (row) => values[row]!)
    : Uint8Array.from(rows, (row) => values[row]!)) as T;

/** One group of rows as a forecaster: means in [0, 1], NaN for n = 0. */
export type MassGroup = {
  readonly name: 'all' | 'low' | 'high' | 'full';
  readonly n: number;
  readonly accuracy: number;
  readonly meanConfidence: number;
  readonly ece: number;
};

type Columns = { readonly name: MassGroup['name'] } & Omit<MassRows, 'mass'>;

/** All rows, those of low and of high option mass, and all with the probability of the full vocabulary as confidence. */
function groupColumns(rows: MassRows, cut: Cut): Columns[] {
  const { confidence, correct, mass } = rows;
  const { low, high } = splitByMass(mass, cut);
  const part = (name: 'low' | 'high', own: Uint32Array): Columns => ({
    name,
    confidence: take(confidence, own),
    correct: take(correct, own),
  });
  return [
    { name: 'all', confidence, correct },
    part('low', low),
    part('high', high),
    { name: 'full', confidence: fullVocabulary(rows), correct },
  ];
}

const mean = (values: Float64Array | Uint8Array) => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

/** The exact figures of the groups (see `groupColumns`), without resampling. */
export function massGroups(rows: MassRows, cut: Cut, binning: BinningOptions): MassGroup[] {
  return groupColumns(rows, cut).map(({ name, confidence, correct }) => ({
    name,
    n: correct.length,
    accuracy: mean(correct),
    meanConfidence: mean(confidence),
    ece: correct.length === 0 ? NaN : eceOfRows(confidence, correct, binning),
  }));
}

export type MassRequest = {
  readonly rows: MassRows;
  readonly cut: Cut;
  readonly binning: BinningOptions;
};

/** What resampling says: an interval a group, and the difference full vocabulary − options, on the same rows. */
export type MassIntervals = {
  readonly groups: Readonly<Record<MassGroup['name'], EceInterval>>;
  readonly difference: Difference;
};

/** Computed off the main thread: a second or so. Fewer resamples of the difference for more than 2000 rows. */
export function massIntervals({ rows, cut, binning }: MassRequest): MassIntervals {
  const n = rows.correct.length;
  const full = fullVocabulary(rows);
  const eceOf = (confidence: Float64Array) => (drawn: Uint32Array) =>
    eceOfRows(take(confidence, drawn), take(rows.correct, drawn), binning);
  const groups = groupColumns(rows, cut).map(({ name, confidence, correct }) => [
    name,
    eceInterval(confidence, correct, binning),
  ]);
  const resamples = Math.max(100, Math.min(defaultResamples(n), Math.floor(2e6 / Math.max(1, n))));
  return {
    groups: Object.fromEntries(groups) as MassIntervals['groups'],
    difference: pairedDifference(n, eceOf(full), eceOf(rows.confidence), { resamples }),
  };
}
