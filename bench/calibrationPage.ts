import { reliabilityBins, type Binning } from '../src/calibration/bins';
import { correctOf } from '../src/calibration/decisions';
import { expectedCalibrationError } from '../src/calibration/ece';
import { scaledConfidence } from '../src/calibration/scaling';
import { createSweep } from '../src/calibration/sweep/sweep';
import { benchTable } from './calibrationTable';

/** Milliseconds: median and 95 % quantile of a tick, median of an exact pass, once to prepare. */
export type SweepTimes = { tick: number; tick95: number; exact: number; prepare: number };

const quantile = (values: number[], q: number): number =>
  values.sort((a, b) => a - b)[Math.floor(q * (values.length - 1))]!;

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/**
 * Drags a slider from T = 5 to T = 0.2 in 120 ticks, three times; the first drag warms up and is
 * not counted.
 */
function measureSweep(n: number, binning: Binning): SweepTimes {
  const table = benchTable(n, 2);
  const { logits, chosen } = table;
  const correct = correctOf(table);
  let sweep = createSweep(logits, chosen, correct);
  const prepare = timed(() => (sweep = createSweep(logits, chosen, correct)));
  /** The exact pass, as the page makes it when a slider rests. */
  const pass = (factor: number) => {
    const bins = reliabilityBins(scaledConfidence(logits, 2, chosen, factor), correct, { binning });
    return expectedCalibrationError(bins, n);
  };
  const factors = Array.from({ length: 120 }, (_, i) => 0.2 * 25 ** (i / 119));
  const drag = () => factors.map((factor) => timed(() => sweep.at(factor, { binning })));
  drag();
  const ticks = [...drag(), ...drag()];
  const passes = [0.2, 0.5, 1, 2, 5].map((factor) => timed(() => pass(factor)));
  return {
    tick: quantile(ticks, 0.5),
    tick95: quantile(ticks, 0.95),
    exact: quantile(passes, 0.5),
    prepare,
  };
}

declare global {
  interface Window {
    measureSweep: typeof measureSweep;
  }
}
window.measureSweep = measureSweep;
