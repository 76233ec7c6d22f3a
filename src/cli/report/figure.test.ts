import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { version } from '../../../package.json';
import type { CalibratorName } from '../../calibration/calibrators/calibrator';
import { createRandom } from '../../calibration/random';
import type { Figure } from '../../state/export/figure';
import { readFigure } from '../../state/export/figure';
import { readFigureFile } from '../../state/export/readFigureFile';
import { readLink } from '../../state/link';
import { run } from '../report';
import { UsageError } from '../usage';

const folder = mkdtempSync(join(tmpdir(), 'figure-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

/** Overconfident decisions of a model with a name that markup would stumble over. */
function decisions(n: number): string {
  const random = createRandom('figure');
  return Array.from({ length: n }, (_, i) => {
    const logits = [4 * random(), 4 * random(), 0];
    const options = ['A', 'B', 'C'];
    const best = options[logits.indexOf(Math.max(...logits))];
    const gold = random() < 0.5 ? best : 'C';
    return `${JSON.stringify({ id: `c${i}`, model: '<b>&"tiny"', options, logits, gold })}\n`;
  }).join('');
}

async function told(file: string, ...args: string[]) {
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    expect(await run([file, '--json', ...args])).toBe(0);
    return JSON.parse(log.mock.calls.flat().join('')) as {
      n: number;
      accuracy: number;
      ece: { value: number; low: number; high: number };
      eceBounds: { low: number; high: number } | null;
      settings: object;
      bins: { count: number }[];
    };
  } finally {
    log.mockRestore();
    said.mockRestore();
  }
}

const recordOf = (svg: string) => {
  const json = /<metadata[^>]*>([^<]*)</u.exec(svg)![1]!;
  return JSON.parse(
    json.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  ) as Figure;
};

test('the SVG says n, ECE and interval of the report, and restores its view', async () => {
  const file = at('mine.jsonl');
  writeFileSync(file, decisions(400));
  const svgFile = at('mine.svg');
  const json = await told(file, '--svg', svgFile, '--temperature', '1.5', '--bins', '12');
  const svg = readFileSync(svgFile, 'utf8');
  const figure = recordOf(svg);
  expect(json.n).toBe(400);
  expect(json.ece.value).toBeGreaterThan(0.05);
  expect(figure).toMatchObject({ n: 400, app: version, model: '<b>&"tiny"' });
  expect(figure.ece).toBeCloseTo(json.ece.value, 11);
  expect(figure.interval![0]).toBeCloseTo(json.ece.low, 11);
  expect(figure.interval![1]).toBeCloseTo(json.ece.high, 11);
  expect(figure.sha256).toMatch(/^[0-9a-f]{64}$/u);

  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  const { value, low, high } = json.ece;
  const caption = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, words]) => words);
  expect(caption.join(' ')).toContain(
    `ECE ${percent(value)}, 95 % interval ${percent(low)} – ${percent(high)}, n = 400`,
  );
  for (const words of ['12 equal-mass bins', 'T = 1.5, α = 1', `Calibration Explorer ${version}`])
    expect(caption.join(' ')).toContain(words);
  expect(caption.join(' ')).toContain(`SHA-256 ${figure.sha256!.slice(0, 12)}`);
  expect([...svg.matchAll(/<circle/gu)]).toHaveLength(
    json.bins.filter(({ count }) => count > 0).length,
  );
  expect(svg).not.toMatch(/<b>| style=| class=|<script/u);

  const restored = readLink(readFigure(svg)!.link)!;
  expect(restored).toMatchObject({
    origin: 'imported',
    settings: { temperature: 1.5, bins: 12, binning: 'equal-mass' },
  });
  expect(readFigureFile(Buffer.from(svg))).toMatchObject({ origin: 'imported', table: null });
  expect(json.settings).not.toHaveProperty('svg');
});

test.each<[CalibratorName, string]>([
  ['isotonic', 'Isotonic regression'],
  ['temperature', 'Temperature'],
  ['barycentre', 'Barycentre correction'],
])('after %s the SVG shows what the report judges, and restores it', async (name, title) => {
  const file = at('calibrated.jsonl');
  writeFileSync(file, decisions(600));
  const [plain, json] = [
    await told(file),
    await told(file, '--svg', at('calibrated.svg'), '--calibrator', name, '--scale', '1.5'),
  ];
  const svg = readFileSync(at('calibrated.svg'), 'utf8');
  const figure = recordOf(svg);
  expect(json.n).toBeLessThanOrEqual(plain.n);
  expect(json.ece.value).not.toBe(plain.ece.value);
  expect(figure.n).toBe(json.n);
  expect(figure.ece).toBeCloseTo(json.ece.value, 11);
  expect(figure.interval![0]).toBeCloseTo(json.ece.low, 11);
  const caption = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, words]) => words);
  expect(caption.join(' ')).toContain(`calibrator ${title}`);
  expect([...svg.matchAll(/<circle/gu)]).toHaveLength(
    json.bins.filter(({ count }) => count > 0).length,
  );
  expect(readLink(readFigure(svg)!.link)!.settings).toMatchObject({ calibrator: name, scale: 1.5 });
});

test('options outside the log are drawn as lines across the marks, the caption says what they leave of the ECE', async () => {
  const file = at('bounded.jsonl');
  const rows = decisions(200)
    .trimEnd()
    .split('\n')
    .map((line, i) => {
      const row = JSON.parse(line) as { logits: (number | null)[] };
      const least = Math.min(...(row.logits as number[]));
      if (i % 2 === 0) return row;
      const bounds = row.logits.map((z) => (z === least ? least : null));
      return { ...row, bounds, logits: row.logits.map((z) => (z === least ? null : z)) };
    });
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const json = await told(file, '--svg', at('bounded.svg'));
  const svg = readFileSync(at('bounded.svg'), 'utf8');
  const { low, high } = json.eceBounds!;
  expect(high - low).toBeGreaterThan(0.01);
  expect(recordOf(svg).bounds![0]).toBeCloseTo(low, 11);
  expect(recordOf(svg).bounds![1]).toBeCloseTo(high, 11);
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text).join(' ');
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  expect(words).toContain(`leave open; ECE between ${percent(low)} and ${percent(high)}`);
  const across = /<path d="([^"]*)" fill="none"/u.exec(svg)![1]!;
  expect(across.split('H')).toHaveLength(json.bins.length + 1);

  const exact = at('exact.jsonl');
  writeFileSync(exact, decisions(20));
  await told(exact, '--svg', at('exact.svg'));
  expect(readFileSync(at('exact.svg'), 'utf8')).not.toMatch(/fill="none"|leave open/u);
});

test.each<[string, string[], RegExp]>([
  ['-', [], /name one/],
  ['x.jsonl', ['--calibrator', 'isotonic', '--seed', '1'], /without --fit-fraction and --seed/],
  ['x.jsonl', ['--calibrator', 'platt', '--fit-fraction', '0.2'], /without --fit-fraction/],
  ['x.jsonl', ['--temperature', '1e-9'], /between 0\.001 and/],
])('%s %j makes no figure, and says why', async (file, args, message) => {
  await expect(run([file, '--svg', at('none.svg'), ...args])).rejects.toThrow(UsageError);
  await expect(run([file, '--svg', at('none.svg'), ...args])).rejects.toThrow(message);
});

test('a table of bins makes none', async () => {
  const file = at('bins.csv');
  writeFileSync(file, 'lower,upper,n,sum_confidence,sum_correct\n0,.5,4,1,1\n');
  await expect(run([file, '--html', at('none.html')])).rejects.toThrow(/need decisions/u);
});

test('a place that cannot be written is named', async () => {
  const file = at('few.jsonl');
  writeFileSync(file, decisions(20));
  await expect(told(file, '--svg', at('absent/x.svg'))).rejects.toThrow(
    /cannot write .*absent.*ENOENT/u,
  );
});
