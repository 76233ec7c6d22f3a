import type { BinningOptions } from '../../calibration/bins';
import { bootstrap } from '../../calibration/bootstrap';
import { correlation } from '../../calibration/correlation';
import { eceInterval, eceOfRows, type EceInterval } from '../../calibration/ece';
import { bayesCeiling, posteriorDistance, type BayesCeiling } from '../../calibration/posterior';
import { argmaxRows, probabilities } from '../../calibration/probabilities';
import type { DecisionTable } from '../../traces/decisionTable';

/** The usable rows of a table whose posterior is known: what the model gave and what is true, n rows of k options. */
export type PosteriorRows = {
  readonly k: number;
  /** Row of the table. */
  readonly row: Int32Array;
  readonly chosen: Uint8Array;
  readonly gold: Uint8Array;
  readonly correct: Uint8Array;
  /** n·k, row-major. */
  readonly model: Float64Array;
  readonly posterior: Float64Array;
  /** The model's and the true probability of the chosen option. */
  readonly confidence: Float64Array;
  readonly truth: Float64Array;
};

/** See `PosteriorRows`. `factor`: α/T. */
export function posteriorRows(table: DecisionTable, factor: number): PosteriorRows {
  const k = table.labels.length;
  const row = table.usable.filter((own) => !Number.isNaN(table.posterior[own * k]!));
  const take = (values: Float64Array) => {
    const taken = new Float64Array(row.length * k);
    row.forEach((own, i) => taken.set(values.subarray(own * k, (own + 1) * k), i * k));
    return taken;
  };
  const chosen = Uint8Array.from(row, (own) => table.chosen[own]!);
  const gold = Uint8Array.from(row, (own) => table.gold[own]!);
  const model = probabilities(take(table.logits), k, factor);
  const posterior = take(table.posterior);
  const ofChosen = (values: Float64Array) =>
    Float64Array.from(chosen, (option, i) => values[i * k + option]!);
  return {
    k,
    row,
    chosen,
    gold,
    correct: chosen.map((option, i) => (option === gold[i] ? 1 : 0)),
    model,
    posterior,
    confidence: ofChosen(model),
    truth: ofChosen(posterior),
  };
}

const mean = (values: Float64Array | Uint8Array) => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
};

/** How far confidence is from the truth. Probabilities in [0, 1]; NaN for n = 0. */
export type PosteriorFit = {
  readonly n: number;
  /** Mean of |confidence − posterior of the chosen option|, and of the same with its sign. */
  readonly absolute: number;
  readonly signed: number;
  readonly correlation: number;
  /** Mean KL(posterior ‖ model) over all options, nats; `clipped` terms were infinite. */
  readonly kl: number;
  readonly clipped: number;
  readonly accuracy: number;
  readonly ece: number;
  /** Deciding by the posterior, on the same cases. */
  readonly ceiling: BayesCeiling;
  /** Share of rows in which the model chose the option that the posterior favours. */
  readonly agrees: number;
};

export function posteriorFit(rows: PosteriorRows, binning: BinningOptions): PosteriorFit {
  const { confidence, truth, k, model, posterior, gold, correct, chosen } = rows;
  const gap = confidence.map((c, i) => c - truth[i]!);
  const { kl, clipped } = posteriorDistance(posterior, model, k);
  const best = argmaxRows(posterior, k);
  return {
    n: confidence.length,
    absolute: mean(gap.map(Math.abs)),
    signed: mean(gap),
    correlation: correlation(confidence, truth),
    kl,
    clipped,
    accuracy: mean(correct),
    ece: confidence.length === 0 ? NaN : eceOfRows(confidence, correct, binning),
    ceiling: bayesCeiling(posterior, k, gold, binning),
    agrees: mean(chosen.map((option, i) => (option === best[i] ? 1 : 0))),
  };
}

/** One option over all rows, whether it was chosen or not. */
export type OptionFit = {
  readonly label: string;
  readonly n: number;
  readonly model: number;
  readonly posterior: number;
  readonly absolute: number;
  readonly correlation: number;
};

/** The model's distribution against the posterior: one line an option, and one for all of them together. */
export function optionFits(
  { k, model, posterior }: PosteriorRows,
  labels: readonly string[],
): OptionFit[] {
  const fit = (label: string, p: Float64Array, q: Float64Array): OptionFit => ({
    label,
    n: p.length,
    model: mean(p),
    posterior: mean(q),
    absolute: mean(p.map((value, i) => Math.abs(value - q[i]!))),
    correlation: correlation(p, q),
  });
  const column = (values: Float64Array, option: number) =>
    values.filter((_, i) => i % k === option);
  return [
    ...labels.map((label, i) => fit(label, column(model, i), column(posterior, i))),
    fit('all', model, posterior),
  ];
}

export type PosteriorRequest = {
  readonly rows: PosteriorRows;
  readonly binning: BinningOptions;
};

type Range = { readonly low: number; readonly high: number };

/** 95 % bootstrap intervals over cases. */
export type PosteriorIntervals = {
  readonly absolute: Range;
  readonly signed: Range;
  readonly correlation: Range;
  readonly kl: Range;
  /** Of the ECE of the model, and of the posterior itself. */
  readonly ece: EceInterval;
  readonly ceilingEce: EceInterval;
  readonly resamples: number;
};

/** Computed off the main thread. Fewer resamples for more than 20 000 rows. */
export function posteriorIntervals({ rows, binning }: PosteriorRequest): PosteriorIntervals {
  const { confidence, correct, truth, k, model, posterior, gold } = rows;
  const n = confidence.length;
  const resamples = Math.max(100, Math.min(1000, Math.floor(2e7 / Math.max(1, n))));
  const signed = confidence.map((c, i) => c - truth[i]!);
  const kl = Float64Array.from(
    confidence,
    (_, i) =>
      posteriorDistance(
        posterior.subarray(i * k, (i + 1) * k),
        model.subarray(i * k, (i + 1) * k),
        k,
      ).kl,
  );
  const meanOf = (values: Float64Array) => (drawn: Uint32Array) => {
    let sum = 0;
    for (const row of drawn) sum += values[row]!;
    return sum / drawn.length;
  };
  const drawnCorrelation = (drawn: Uint32Array) =>
    correlation(
      Float64Array.from(drawn, (row) => confidence[row]!),
      Float64Array.from(drawn, (row) => truth[row]!),
    );
  const range = (statistic: (drawn: Uint32Array) => number): Range => {
    const { low, high } = bootstrap(n, statistic, { resamples });
    return { low, high };
  };
  const best = argmaxRows(posterior, k);
  return {
    absolute: range(meanOf(signed.map(Math.abs))),
    signed: range(meanOf(signed)),
    correlation: range(drawnCorrelation),
    kl: range(meanOf(kl)),
    ece: eceInterval(confidence, correct, binning),
    ceilingEce: eceInterval(
      Float64Array.from(best, (option, i) => posterior[i * k + option]!),
      Uint8Array.from(best, (option, i) => (option === gold[i] ? 1 : 0)),
      binning,
    ),
    resamples,
  };
}
