import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { run } from '../report';
import { UsageError } from '../usage';

const fixtures = join(import.meta.dirname, '../../formats/bins/fixtures');
const folder = mkdtempSync(join(tmpdir(), 'bins-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function printed(...args: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    await run(args);
    return log.mock.calls.flat().join('\n');
  } finally {
    log.mockRestore();
    said.mockRestore();
  }
}

type Report = {
  n: number;
  accuracy: number;
  meanConfidence: number;
  ece: { value: number };
  mce: number;
  bins: { count: number }[];
};
const reported = async (name: string, ...args: string[]) =>
  JSON.parse(await printed(join(fixtures, name), '--json', ...args)) as Report;

test.each(['equal-mass', 'equal-width'])(
  'the bins that DuckDB adds up by %s.sql are those of the decisions',
  async (binning) => {
    const rows = await reported('decisions.parquet', '--binning', binning);
    const bins = await reported(`${binning}.csv`);
    expect(bins.n).toBe(5000);
    expect(bins.bins.map(({ count }) => count)).toEqual(
      rows.bins.map(({ count }) => count).filter((count) => count > 0),
    );
    expect(bins.ece.value).toBeGreaterThan(0.05);
    expect(Math.abs(bins.ece.value - rows.ece.value)).toBeLessThan(1e-12);
    expect(Math.abs(bins.accuracy - rows.accuracy)).toBeLessThan(1e-12);
    expect(Math.abs(bins.meanConfidence - rows.meanConfidence)).toBeLessThan(1e-12);
    expect(Math.abs(bins.mce - rows.mce)).toBeLessThan(1e-12);
  },
);

test('as text: a diagram, and what bins do not tell', async () => {
  const text = await printed(join(fixtures, 'equal-mass.csv'));
  expect(text).toContain('15 bins that were added up elsewhere');
  expect(text).toMatch(/\nECE +0\.\d{4}\n/u);
  expect(text).toContain('need the single decisions');
  expect(text).toMatch(/●/u);
});

const HEAD = 'lower,upper,n,sum_confidence,sum_correct';

test('a temperature cannot be had from bins', async () => {
  const file = join(folder, 'bins.csv');
  writeFileSync(file, `${HEAD}\n0,.5,4,1,1\n`);
  await expect(run([file, '--temperature', '2'])).rejects.toThrow(UsageError);
});
