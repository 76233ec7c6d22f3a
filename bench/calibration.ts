import type { Page } from '@playwright/test';
import { correctOf } from '../src/calibration/decisions';
import { eceOfRows } from '../src/calibration/ece';
import { scaledConfidence } from '../src/calibration/scaling';
import { benchTable } from './calibrationTable';
import type { BenchModule } from './context';
import { pythonEce, type PythonPeer } from './pythonEce';
import { plainRow, type Row } from './row';

const BINS = 15;

/** A row of milliseconds: less is better, so the ratio is the peer's time over ours. */
function timeRow(
  name: string,
  value: number,
  peer: string,
  peerValue: number,
  target: number,
): Row {
  const ratio = peerValue / value;
  return { name, value, unit: 'ms', peer, peerValue, ratio, target, ok: ratio >= target };
}

const SWEPT = 1_000_000;
/** Milliseconds that a tick of the sweep may take. */
const TICK = 4;

/** The sweep in the browser: against the exact pass, and against the time a tick may take. */
async function sweepRows(page: Page): Promise<Row[]> {
  const rows: Row[] = [];
  for (const binning of ['equal-mass', 'equal-width'] as const) {
    const times = await page.evaluate(([rowCount, kind]) => window.measureSweep(rowCount, kind), [
      SWEPT,
      binning,
    ] as const);
    const name = `sweep tick, ${SWEPT.toLocaleString('en')} rows, K = 2, ${binning}`;
    rows.push(
      timeRow(name, times.tick, 'exact pass', times.exact, 1),
      timeRow(`${name} (limit)`, times.tick, 'time a tick may take', TICK, 1),
      plainRow(`${name}, prepared once in`, times.prepare, 'ms'),
    );
  }
  return rows;
}

/** Each library's own edges, under which our number must be its number; it may compute in float32. */
const PEERS = {
  netcal: { edges: 'left', tolerance: 1e-9 },
  torchmetrics: { edges: 'torchmetrics', tolerance: 1e-5 },
} as const;

/** The ECE of one array here and in a Python library, file reading apart. */
async function eceRow(peer: PythonPeer): Promise<Row> {
  const table = benchTable(1_000_000, 2);
  const confidence = scaledConfidence(table.logits, 2, table.chosen, 1);
  const correct = correctOf(table);
  const { edges, tolerance } = PEERS[peer];
  const how = { bins: BINS, binning: 'equal-width', edges } as const;
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now();
    eceOfRows(confidence, correct, how);
    return performance.now() - from;
  });
  const value = times.sort((a, b) => a - b)[3]!;
  const name = 'ECE of 1,000,000 rows, equal width';
  const theirs = await pythonEce(peer, confidence, correct, BINS);
  if (theirs === null)
    return {
      ...{ name, value, unit: 'ms', peer: `${peer} (no Python with it here)` },
      ...{ peerValue: null, ratio: null, target: null, ok: true },
    };
  const ours = eceOfRows(confidence, correct, how);
  if (!(Math.abs(ours - theirs.value) <= tolerance))
    throw new Error(`${peer}'s ECE is ${theirs.value}, ours ${ours}`);
  return timeRow(name, value, peer, theirs.milliseconds, 5);
}

/** Calibration numbers: a tick of the sweep in Chromium, and the ECE beside Python. */
export const calibration: BenchModule = {
  name: 'calibration',
  async run({ openPage, say }) {
    const page = await openPage('bench/calibration.html');
    await page.waitForFunction(() => 'measureSweep' in window);
    say('calibration: sweep');
    const rows = await sweepRows(page);
    await page.close();
    say('calibration: ECE beside netcal and torchmetrics');
    return [...rows, await eceRow('netcal'), await eceRow('torchmetrics')];
  },
};
