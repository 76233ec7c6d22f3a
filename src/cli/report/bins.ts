import { open, readFile } from 'node:fs/promises';
import { binFigures } from '../../calibration/binFigures';
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

/** Figures of a file of bins. Throws UsageError that names the file and the line. */
export async function readBinFigures(file: string): Promise<ReturnType<typeof binFigures>> {
  try {
    return binFigures(readBins(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof FormatError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}
