import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** How each library is asked for the ECE of confidences `c` and outcomes `y`, equal width. */
const MEASURE = {
  netcal: `
from netcal.metrics import ECE
y = y.astype(int)
ece = ECE(bins)
measure = lambda: ece.measure(c, y)`,
  torchmetrics: `
import torch
from torchmetrics.functional.classification import binary_calibration_error
torch.set_num_threads(1)
c, y = torch.from_numpy(c), torch.from_numpy(y.astype(int))
measure = lambda: binary_calibration_error(c, y, n_bins=bins, norm="l1").item()`,
} as const;

export type PythonPeer = keyof typeof MEASURE;

const script = (peer: PythonPeer) => `
import json, sys, time
import numpy as np
c = np.fromfile(sys.argv[1], dtype=np.float64)
y = np.fromfile(sys.argv[2], dtype=np.uint8)
bins = int(sys.argv[3])
${MEASURE[peer]}
times = []
for _ in range(5):
    start = time.perf_counter()
    value = measure()
    times.append(time.perf_counter() - start)
print(json.dumps({"value": value, "milliseconds": 1000 * sorted(times)[2]}))
`;

/** The ECE, and how long it took: the median of five runs, reading apart. */
export type PythonEce = { readonly value: number; readonly milliseconds: number };

/** Runs a library where a Python has it: `PEER_PYTHON`, or `python3` on the path. Null where none does. */
export async function pythonEce(
  peer: PythonPeer,
  confidence: Float64Array,
  correct: Uint8Array,
  bins: number,
): Promise<PythonEce | null> {
  const folder = await mkdtemp(join(tmpdir(), 'peer-'));
  const files = [join(folder, 'confidence'), join(folder, 'correct')] as const;
  try {
    await writeFile(files[0], confidence);
    await writeFile(files[1], correct);
    const python = process.env.PEER_PYTHON ?? 'python3';
    const { stdout } = await promisify(execFile)(python, [
      ...['-c', script(peer)],
      ...files,
      String(bins),
    ]);
    return JSON.parse(stdout) as PythonEce;
  } catch (error) {
    // No such Python, or none with the library. Anything else is a fault to be seen.
    const text = String(error instanceof Error ? error.message : error);
    if (/ENOENT|ModuleNotFoundError/.test(text)) return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}
