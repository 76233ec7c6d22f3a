import { open, readFile } from 'node:fs/promises';
import type { Bin } from '../../calibration/bins';
import { confidenceGap } from '../../calibration/confidenceGap';
import { expectedCalibrationError } from '../../calibration/ece';
import { maximumCalibrationError } from '../../calibration/mce';
import { wilson } from '../../calibration/wilson';
import { looksLikeBins, readBins } from '../../formats/bins/readBins';
import { FormatError } from '../../formats/errors';
import { UsageError } from '../usage';

/** Whether a file begins as a table of bins does; false where it cannot be read. */
export async function isBinsFile(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return false;
  try {
    if (!(await handle.stat()).isFile()) return false;
    const head = new Uint8Array(2000);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return looksLikeBins(new TextDecoder().decode(head.subarray(0, bytesRead)));
  } finally {
    await handle.close();
  }
}

/** What can be said of decisions by their bins alone: no resampling, nothing that needs single rows. */
export function binFigures({ bins, n }: { readonly bins: readonly Bin[]; readonly n: number }) {
  let [right, confidence] = [0, 0];
  for (const bin of bins) {
    right += bin.accuracy * bin.count;
    confidence += bin.confidence * bin.count;
  }
  const { low, high } = wilson(Math.round(right), n);
  return {
    n,
    accuracy: right / n,
    accuracyLow: low,
    accuracyHigh: high,
    meanConfidence: confidence / n,
    ece: { value: expectedCalibrationError(bins, n) },
    gap: confidenceGap(bins, n),
    mce: maximumCalibrationError(bins).value,
    bins,
  };
}

/** Figures of a file of bins. Throws UsageError that names the file and the line. */
export async function readBinFigures(file: string): Promise<ReturnType<typeof binFigures>> {
  try {
    return binFigures(readBins(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}
