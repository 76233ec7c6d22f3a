import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { CALIBRATOR_NAMES } from '../calibration/calibrators/calibrator';
import { eceInterval } from '../calibration/ece';
import { createRandom } from '../calibration/random';
import { readImport } from '../formats/import/readImport';
import { suggestSpec } from '../formats/import/suggestSpec';
import { chunksOf } from '../formats/import/testChunks';
import { toDecisionTable } from '../formats/import/toDecisionTable';
import { reliability } from '../state/reliability';
import { DEFAULT_SETTINGS } from '../state/settings';
import { run } from './report';
import { UsageError } from './usage';

const folder = mkdtempSync(join(tmpdir(), 'report-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Report = Record<string, unknown> & {
  n: number;
  accuracy: number | null;
  meanConfidence: number;
  ece: { value: number; low: number; high: number; null: number; p: number };
  auroc: number | null;
  nll: number;
  bins: { count: number; confidence: number | null }[];
  reasons: Record<string, string>;
  missing: Record<string, number>;
  calibrator: { fittedOn: number } | null;
  settings: Record<string, unknown>;
};

async function print(lines: readonly unknown[], ...args: string[]): Promise<string> {
  const file = join(folder, 'rows.jsonl');
  writeFileSync(file, lines.map((l) => (typeof l === 'string' ? l : JSON.stringify(l))).join('\n'));
  const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
  try {
    expect(await run([file, ...args])).toBe(0);
    return log.mock.calls.flat().join('\n');
  } finally {
    log.mockRestore();
  }
}

const report = async (lines: readonly unknown[], ...args: string[]): Promise<Report> =>
  JSON.parse(await print(lines, '--json', ...args)) as Report;

/** Binary rows of an overconfident model: right with probability sigmoid(margin / 3). */
function simulated(n: number) {
  const random = createRandom('report');
  return Array.from({ length: n }, (_, i) => {
    const margin = random() * 6;
    const right = random() < 1 / (1 + Math.exp(-margin / 3));
    return { id: `r${i}`, options: ['A', 'B'], logits: [margin, 0], gold: right ? 'A' : 'B' };
  });
}

test('the report of a file is what the functions say of its columns', async () => {
  const rows = simulated(300);
  const result = await report(rows, '--seed', '4', '--bins', '10');
  const confidence = Float64Array.from(rows, (r) => 1 / (1 + Math.exp(-r.logits[0]!)));
  const correct = Uint8Array.from(rows, (r) => (r.gold === 'A' ? 1 : 0));
  const { value, low, high } = eceInterval(confidence, correct, { bins: 10 }, { seed: 4 });
  expect(result.n).toBe(300);
  expect(result.ece).toMatchObject({ value, low, high });
  expect(result.accuracy).toBeCloseTo(correct.reduce((a, b) => a + b) / 300, 12);
  expect(result.bins).toHaveLength(10);
  for (const name of [
    'mce ace classwiseEce debiasedCe smoothEce brier brierMulticlass nll auroc aurc eaurc adaptiveAce',
  ].flatMap((names) => names.split(' ')))
    expect(result[name], name).toBeTypeOf('number');
  expect(result.settings).toMatchObject({
    bins: 10,
    binning: 'equal-mass',
    edges: 'right',
    seed: 4,
  });
});

test.each([
  ['right', 0.475],
  ['left', 0.475],
  ['guo', 0.475],
  ['torchmetrics', 0.525],
])('--edges %s gives the published %d', async (edges, expected) => {
  const rows = [
    { options: ['A', 'B'], probs: [0.95, 0.05], gold: 'A' },
    { options: ['A', 'B'], probs: [1, 0], gold: 'B' },
  ];
  const args = ['--bins', '10', '--binning', 'equal-width', '--edges', edges];
  expect((await report(rows, ...args)).ece.value).toBeCloseTo(expected, 9);
});

test('temperature and scale act on the logits as α/T', async () => {
  const rows = simulated(50);
  const [both, plain, cool] = [
    await report(rows, '--temperature', '2', '--scale', '2'),
    await report(rows),
    await report(rows, '--temperature', '3'),
  ];
  expect(both.nll).toBe(plain.nll);
  expect(cool.meanConfidence).toBeLessThan(plain.meanConfidence);
});

test('a calibrator is fitted on one part and judged on the other', async () => {
  const rows = simulated(2000);
  const [plain, fitted] = [await report(rows), await report(rows, '--calibrator', 'temperature')];
  expect(fitted.calibrator).toMatchObject({ name: 'temperature', fittedOn: 2000 - fitted.n });
  // Five standard deviations of a fair deal.
  expect(Math.abs(fitted.n - 1000)).toBeLessThan(5 * Math.sqrt(500));
  expect(fitted.ece.value).toBeLessThan(plain.ece.value / 2);
  const quarter = await report(rows, '--calibrator', 'isotonic', '--fit-fraction', '0.25');
  expect(quarter.calibrator?.fittedOn).toBe(2000 - quarter.n);
  expect(Math.abs(quarter.n - 1500)).toBeLessThan(5 * Math.sqrt(375));
  const dealt = await report(rows, '--calibrator', 'isotonic', '--seed', '1');
  expect(dealt.ece.value).not.toBe((await report(rows, '--calibrator', 'isotonic')).ece.value);
  expect((await report(rows, '--calibrator', 'barycentre')).n).toBe(2000);
});

test.each(CALIBRATOR_NAMES)('after %s the report says what the page shows', async (calibrator) => {
  // Cases with several rollouts, which stay together, some without an id, and a row without decision.
  const rows = [
    ...simulated(900).map((row, i) => ({ ...row, id: i < 600 ? `case ${i % 200}` : undefined })),
    { id: 'cut', options: ['A', 'B'], logits: null, missing: 'cut-off' },
  ];
  const said = await report(rows, '--calibrator', calibrator, '--temperature', '1.5');
  const read = await readImport(chunksOf(rows.map((row) => JSON.stringify(row)).join('\n')));
  const table = toDecisionTable(read.traces, suggestSpec(read.traces));
  const shown = reliability(table, { ...DEFAULT_SETTINGS, temperature: 1.5, calibrator });
  expect(shown.calibration?.status).toBe('fitted');
  expect(said.n).toBe(shown.n);
  expect(Math.abs(said.ece.value - shown.ece)).toBeLessThan(1e-12);
});

test('missing decisions are counted by reason, undefined figures are null with one', async () => {
  const result = await report([
    { options: ['A', 'B'], logits: [2, 1], gold: 'A', posterior: [0.7, 0.3], optionMass: 0.9 },
    { options: ['A', 'B', 'C'], logprobs: [-0.1, null, '-inf'], gold: 'A' },
    '',
    '{"options": ["A", "B"], "logits": [NaN, -1.5], "gold": "B"}',
    { options: ['A', 'B'], logits: null, chosen: null, gold: 'A', missing: 'cut-off' },
    { options: ['A', 'B'], logits: null, gold: 'A' },
    { options: ['A', 'B'], probs: [0, 0], gold: 'A' },
  ]);
  expect(result.n).toBe(3);
  expect(result.missing).toEqual({ 'cut-off': 1, 'no-decision': 1, 'no-probability': 1 });
  expect(result.auroc).toBeNull();
  expect(result.reasons.auroc).toContain('all decisions are right');
  expect(result.posterior).toBeNull();
  expect(result.optionMass).toMatchObject({ n: 1, mean: 0.9 });
});

test('a file without decisions has no figures; posteriors give the distance and the ceiling', async () => {
  const nothing = await report([{ logits: null }]);
  expect(nothing).toMatchObject({
    n: 0,
    accuracy: null,
    bins: [],
    reasons: { all: 'the file holds no decision' },
  });
  const row = {
    options: ['A', 'B'],
    probs: [0.8, 0.2],
    gold: 'A',
    chosen: 'B',
    posterior: [0.8, 0.2],
  };
  const told = await report([row, row], '--binning', 'equal-width');
  expect(told).toMatchObject({ accuracy: 0, posterior: { bayes: { accuracy: 1 } } });
  expect(told.meanConfidence).toBeCloseTo(0.2, 12);
  expect(told.bins[0]).toMatchObject({ count: 0, confidence: null });
  expect(told.reasons.auroc).toContain('all decisions are wrong');
});

test('without --json: a table and a diagram', async () => {
  const text = await print(
    simulated(200).map((row) => ({ ...row, optionMass: 1, posterior: [0.6, 0.4] })),
    '--binning',
    'equal-width',
    '--calibrator',
    'platt',
  );
  expect(text).toMatch(/15 equal-width bins, edges right, T = 1, α = 1\n/);
  expect(text).toMatch(/\nplatt: sigmoid.*\(fitted on \d+ decisions\), judged on the rest\n/);
  expect(await print(simulated(9), '--calibrator', 'barycentre')).not.toContain('the rest');
  expect(text).toMatch(/\nECE +0\.\d{4} {2}\[0\.\d{4}, 0\.\d{4}\] {2}1000 resamples\n/);
  expect(text).toMatch(/\n \.\d\d– ?1?\.\d\d.*●/);
  expect(await print([{ logits: null, missing: 'cut-off' }])).toContain('missing: 1 cut-off');
});

const row = { options: ['A', 'B'], logits: [1, 0], gold: 'A' };

test.each<[string, unknown, RegExp]>([
  ['no JSON', '{"options": ', /line 2 of .*rows\.jsonl is not a JSON object/],
  ['a list', '[1]', /not a JSON object/],
  ['no numbers', { options: ['A'], gold: 'A' }, /none of “logits”, “logprobs” and “probs”/],
  ['no options', { logits: [1], gold: 'A' }, /wants a list “options”/],
  ['too few numbers', { ...row, logits: [1] }, /wants 2 numbers in “logits”/],
  ['a word', { ...row, logits: [1, 'x'] }, /has “x” in “logits”/],
  ['an object', { ...row, logits: [1, {}] }, /has \{\} in “logits”/],
  ['infinity', '{"options": ["A", "B"], "logits": [1e999, 0], "gold": "A"}', /infinite logit/],
  ['infinity as text', { ...row, logits: [1, 'Infinity'] }, /infinite logit/],
  [
    'a negative probability',
    { options: ['A', 'B'], probs: [1.2, -0.2], gold: 'A' },
    /probability -0\.2/,
  ],
  [
    'foreign gold',
    { ...row, gold: 'E' },
    /has “E” for “gold”, which has to be one of the options A, B/,
  ],
  ['no gold', { ...row, gold: null }, /has no “gold”/],
  ['foreign chosen', { ...row, chosen: 'E' }, /has “E” for “chosen”, not one of A, B/],
  ['a posterior that sums to 2', { ...row, posterior: [1, 1] }, /no distribution/],
])('a line with %s is refused by file and line', async (_, line, message) => {
  await expect(report([row, line])).rejects.toThrow(UsageError);
  await expect(report([row, line])).rejects.toThrow(message);
});

test.each([
  [[], /name one file/],
  [['a', 'b'], /not “a b”/],
  [['a', '--bins', '0'], /--bins wants an integer/],
  [['a', '--binning', 'x'], /equal-mass, equal-width; not “x”/],
  [['a', '--edges', 'x'], /torchmetrics/],
  [['a', '--temperature', '0'], /--temperature wants a number above 0/],
  [['a', '--calibrator', 'x'], /barycentre/],
  [['a', '--fit-fraction', '1'], /between 0 and 1/],
  [['a', '--what'], /what/],
  [[join(folder, 'absent')], /cannot read .*absent: ENOENT/],
])('%j is refused', async (args, message) => {
  await expect(run(args)).rejects.toThrow(UsageError);
  await expect(run(args)).rejects.toThrow(message);
});

test('a calibrator that cannot be fitted says why', async () => {
  const same = Array.from({ length: 10 }, () => row);
  await expect(report(same, '--calibrator', 'platt')).rejects.toThrow(/all \d decisions .* right/);
  // All rollouts of a case are in one part: “c” is dealt to the one to learn from, “b” to the other.
  const ofCase = (id: string) => simulated(40).map((line) => ({ ...line, id }));
  await expect(report(ofCase('c'), '--calibrator', 'platt')).rejects.toThrow(/no decision is left/);
  await expect(report(ofCase('b'), '--calibrator', 'platt')).rejects.toThrow(/no decision to fit/);
});

test('options outside the log: the text says between which values the ECE lies, and of how many rows', async () => {
  // Alone, A has the confidence 1; with B at its bound, as likely as A, 0.5. Both are right.
  const outside = { ...row, logits: [0, null], bounds: [null, 0] };
  const text = await print([outside, outside], '--bins', '1');
  expect(text).toMatch(/\nECE +0\.0000 /u);
  expect(text).toMatch(
    /\n {2}with bounds +0\.0000 to 0\.5000( at most)?, 2 with an option outside the log\n/u,
  );
  expect(await print([row, row])).not.toContain('with bounds');
});
