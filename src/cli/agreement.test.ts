import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { readShippedDecisions } from '../formats/shippedDecisions';
import { truthOf } from '../state/catalogue';
import { cellOf } from '../state/compare/cells';
import { columnsOf } from '../state/compare/columns';
import { compareColumns } from '../state/compare/job';
import { csvText } from '../state/export/csvText';
import { decisionRows } from '../state/export/exportRows';
import { readLink, writeLink } from '../state/link';
import { reliability } from '../state/reliability';
import { DEFAULT_SETTINGS, type Settings } from '../state/settings';
import { INITIAL_VIEW } from '../state/view/view';
import { run as convert } from './convert';
import { run as report } from './report';

const DECISIONS = join(import.meta.dirname, '../../public/decisions');
const folder = mkdtempSync(join(tmpdir(), 'agreement-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tableOf = (file: string) =>
  readShippedDecisions(new Uint8Array(readFileSync(join(DECISIONS, file))), file, truthOf);

/** What a command prints. */
async function printed(command: () => Promise<number>): Promise<string> {
  let out = '';
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockReturnValue(true),
    vi.spyOn(console, 'log').mockImplementation((text) => (out += String(text))),
  ];
  try {
    expect(await command()).toBe(0);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return out;
}

/** The page's export of decisions, through `convert` and `report`. */
async function reported(csv: string, settings: Settings): Promise<{ n: number; ece: number }> {
  const [table, lines] = [join(folder, 'decisions.csv'), join(folder, 'decisions.jsonl')];
  writeFileSync(table, csv);
  writeFileSync(lines, await printed(() => convert([table, '--to', 'decisions'])));
  const { bins, binning, edges, temperature, scale } = settings;
  const options = { bins, binning, edges, temperature, scale, resamples: 2 };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const text = await printed(() => report([lines, '--json', ...args]));
  const { n, ece } = JSON.parse(text) as { n: number; ece: { value: number } };
  return { n, ece: ece.value };
}

const SELECTIONS: readonly (readonly [string, Partial<Settings>])[] = [
  ['rlvr-clinic-q8.bin', {}],
  ['rlvr-clinic-q8.bin', { temperature: 3.25, scale: 0.4 }],
  ['ca-proper-moderation-q8.bin', { temperature: 1.7 }],
  ['ca-proper-moderation-q8.bin', { binning: 'equal-width', edges: 'left', bins: 10 }],
  ['sft-garage-q8.bin', { binning: 'equal-width', edges: 'guo', temperature: 0.35 }],
  ['base-inbox-q8.bin', { bins: 40, temperature: 60 }],
];

test.each(SELECTIONS)(
  'Explore, Compare, the CLI and a link say the same ECE: %s, %o',
  async (file, change) => {
    const settings = { ...DEFAULT_SETTINGS, ...change };
    const table = await tableOf(file);
    const explore = reliability(table, settings);
    expect(explore.n).toBeGreaterThan(1000);
    expect(explore.ece).toBeGreaterThan(0);

    const cell = cellOf(table, settings);
    const { bins, binning, edges } = settings;
    const row = compareColumns({
      columns: columnsOf([table], settings),
      binning: { bins, binning, edges },
      values: [0],
      pairs: [],
      resamples: 2,
    }).values[0]!;
    const cli = await reported(csvText(decisionRows(table, explore)), settings);
    const link = readLink(writeLink({ settings, view: INITIAL_VIEW }))!;
    const restored = reliability(table, link.settings);

    for (const { n, ece } of [cell, { n: row.n, ece: row.ece.value }, cli, restored]) {
      expect(n).toBe(explore.n);
      expect(Math.abs(ece - explore.ece)).toBeLessThan(1e-12);
    }
  },
);
