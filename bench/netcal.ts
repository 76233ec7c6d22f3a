import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SCRIPT = `
import json, sys, time
import numpy as np
from netcal.metrics import ECE
c = np.fromfile(sys.argv[1], dtype=np.float64)
y = np.fromfile(sys.argv[2], dtype=np.uint8).astype(int)
ece, times = ECE(int(sys.argv[3])), []
for _ in range(5):
    start = time.perf_counter()
    value = ece.measure(c, y)
    times.append(time.perf_counter() - start)
print(json.dumps({"value": value, "milliseconds": 1000 * sorted(times)[2]}))
`;

/**
 * What netcal says of the ECE (equal width), and how long it took: the median of five runs, reading
 * apart.
 */
export type NetcalEce = { value: number; milliseconds: number };

/**
 * Runs netcal where a Python has it: `NETCAL_PYTHON`, or `python3` on the path. Null where none
 * does.
 */
export async function netcalEce(
  confidence: Float64Array,
  correct: Uint8Array,
  bins: number,
): Promise<NetcalEce | null> {
  const folder = await mkdtemp(join(tmpdir(), 'netcal-'));
  const files = [join(folder, 'confidence'), join(folder, 'correct')] as const;
  try {
    await writeFile(files[0], confidence);
    await writeFile(files[1], correct);
    const python = process.env.NETCAL_PYTHON ?? 'python3';
    const { stdout } = await promisify(execFile)(python, ['-c', SCRIPT, ...files, String(bins)]);
    return JSON.parse(stdout) as NetcalEce;
  } catch (error) {
    // No such Python, or no netcal in it. Anything else is a fault to be seen.
    const text = String(error instanceof Error ? error.message : error);
    if (/ENOENT|ModuleNotFoundError/.test(text)) return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}
