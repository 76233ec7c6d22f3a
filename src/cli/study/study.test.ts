import { describe, expect, test } from 'vitest';
import { FormatError } from '../../formats/errors';
import { SHIFTS, TRAINED } from '../../tasks/splits';
import { CLAIMS } from './claims';
import { studyFigure } from './figure';
import { madeTable, type Made } from './fixture';
import { studyMarkdown } from './markdown';
import { drawn, figureOf, prepare } from './outcomes';
import { computeStudy } from './results';
import { readStudyTable } from './table';
import { createStudy, estimates } from './view';

const ARMS: Made[] = [
  { run: 'base', arm: 'base', accuracy: 0.5, right: 20, wrong: 20 },
  { run: 'sft-1', arm: 'sft', accuracy: 0.5, right: 1, wrong: 0.6 },
  { run: 'rlvr-1', arm: 'rlvr', accuracy: 0.7, right: 20, wrong: 20 },
  { run: 'rlvr-2', arm: 'rlvr', seed: 2, accuracy: 0.74, right: 20, wrong: 20 },
  { run: 'ca-paper-1', arm: 'ca-paper', accuracy: 0.7, right: 4, wrong: 0.2, lambda: 0.001 },
  { run: 'ca-proper-1', arm: 'ca-proper', accuracy: 0.7, right: 3, wrong: 1, lambda: 0.001 },
  {
    run: 'ca-proper-lambda-0.01',
    arm: 'ca-proper',
    accuracy: 0.4,
    right: 0,
    wrong: 0,
    lambda: 0.01,
  },
];
const N = 1000;

const tables = ARMS.flatMap((made) =>
  [...TRAINED, ...SHIFTS].flatMap((task) => {
    const modes = made.run.includes('lambda')
      ? (['greedy'] as const)
      : (['greedy', 'sampled', 'swap'] as const);
    return modes.map((mode) =>
      readStudyTable(madeTable(task, mode, N, made), `${made.run}/${task}`),
    );
  }),
);
const study = createStudy(tables);

describe('a table', () => {
  test('takes gold and posterior from the sampler and leaves missing decisions out', () => {
    const file = madeTable('clinic', 'greedy', 50, ARMS[0]!);
    file.columns.chosen![7] = -1;
    for (let option = 0; option < 4; option++) file.columns.logits![28 + option] = null;
    const read = readStudyTable(file, 'here');
    expect(read.decisions.gold).toHaveLength(49);
    expect(read.cases).toHaveLength(50);
    expect([...read.caseOf]).not.toContain(7);
    const outcomes = drawn(prepare(read, 'raw'), null);
    const right = outcomes.correct.reduce((sum, y) => sum + y, 0);
    expect(figureOf(outcomes, 'accuracy')).toBeCloseTo(right / 50, 12);
    expect(figureOf(outcomes, 'decided')).toBeCloseTo(49 / 50, 12);
  });

  test('takes the likeliest decision after sampled reasoning, though another was drawn', () => {
    const file = madeTable('clinic', 'sampled', 50, ARMS[0]!);
    const likeliest = file.columns.chosen!.slice();
    file.columns.chosen = likeliest.map((option) => (option! + 1) % 4);
    expect([...readStudyTable(file, 'here').decisions.chosen]).toEqual(likeliest);
    const greedy = readStudyTable({ ...file, mode: 'greedy' }, 'here');
    expect([...greedy.decisions.chosen]).toEqual(file.columns.chosen);
  });

  test('whose best temperature is infinite has the confidence 1/K after temperature scaling', () => {
    const against = { run: 'x', arm: 'x', accuracy: 0.1, right: 5, wrong: 5 };
    const scaled = prepare(
      readStudyTable(madeTable('clinic', 'greedy', 400, against), 'x'),
      'temperature',
    );
    expect(scaled.confidence.length).toBeGreaterThan(150);
    expect(new Set(scaled.confidence)).toEqual(new Set([0.25]));
  });

  test.each([
    ['nothing', null],
    ['another version', { ...madeTable('clinic', 'greedy', 2, ARMS[0]!), version: 2 }],
    ['an unknown task', { ...madeTable('clinic', 'greedy', 2, ARMS[0]!), task: 'chess' }],
    [
      'a short column',
      { ...madeTable('clinic', 'greedy', 2, ARMS[0]!), columns: { index: [0, 1] } },
    ],
  ])('%s is refused by name', (_, file) => {
    expect(() => readStudyTable(file, 'a/b.json.gz')).toThrow(FormatError);
    expect(() => readStudyTable(file, 'a/b.json.gz')).toThrow(/a\/b\.json\.gz/);
  });
});

describe('a view', () => {
  test('an arm is its seeds, a run of the sweep is asked for by name', () => {
    expect(study.find('rlvr', 'clinic', 'greedy')).toHaveLength(2);
    expect(study.find('ca-proper', 'clinic', 'greedy')).toHaveLength(1);
    expect(study.find('ca-proper-lambda-0.01', 'clinic', 'greedy')).toHaveLength(1);
    expect(() => study.view.outcomes({ arm: 'ca-gold', task: 'clinic' })).toThrow(
      /ca-gold on clinic/,
    );
  });

  test('a figure of an arm is the mean over its seeds', () => {
    const each = study.view
      .outcomes({ arm: 'rlvr', task: 'clinic' })
      .map((o) => figureOf(o, 'accuracy'));
    expect(study.view.figure({ arm: 'rlvr', task: 'clinic' }, 'accuracy')).toBeCloseTo(
      (each[0]! + each[1]!) / 2,
      12,
    );
  });

  test('the interval of an accuracy is that of a binomial where there is one seed', () => {
    const [found] = estimates(
      study,
      [(view) => view.figure({ arm: 'base', task: 'clinic' }, 'accuracy')],
      400,
    );
    const half = 1.96 * Math.sqrt((found!.value * (1 - found!.value)) / N);
    expect(found!.high - found!.low).toBeGreaterThan(1.6 * half);
    expect(found!.high - found!.low).toBeLessThan(2.4 * half);
  });

  test('the same cases are drawn for all arms: a difference of equal arms is 0 in every draw', () => {
    const same = createStudy(
      ['base', 'rlvr-1'].map((run) =>
        readStudyTable(
          {
            ...madeTable('clinic', 'greedy', 100, ARMS[0]!),
            run,
            arm: run === 'base' ? 'base' : 'rlvr',
          },
          run,
        ),
      ),
    );
    const [found] = estimates(
      same,
      [
        (view) =>
          view.figure({ arm: 'rlvr', task: 'clinic' }, 'ece') -
          view.figure({ arm: 'base', task: 'clinic' }, 'ece'),
      ],
      50,
    );
    expect(found).toEqual({ value: 0, low: 0, high: 0 });
  });

  test('seeds vary the interval: two unlike seeds widen it', () => {
    const narrow = estimates(
      study,
      [(view) => view.figure({ arm: 'rlvr', task: 'clinic' }, 'accuracy')],
      400,
    )[0]!;
    expect(narrow.high - narrow.low).toBeGreaterThan(0.05);
  });

  test('isotonic is judged on rows it never saw, and cuts the ECE of an overconfident arm', () => {
    const ask = { arm: 'rlvr', task: 'clinic' } as const;
    expect(study.view.outcomes({ ...ask, treatment: 'isotonic' })[0]!.n).toBe(N / 2);
    const before = study.view.figure({ ...ask, treatment: 'held-out' }, 'ece');
    expect(study.view.figure({ ...ask, treatment: 'isotonic' }, 'ece')).toBeLessThan(before / 2);
  });

  test('after a swap, accuracy is the share that follows the reasoning put in', () => {
    expect(study.view.figure({ arm: 'base', task: 'courier', mode: 'swap' }, 'accuracy')).toBe(1);
  });
});

describe('the results', () => {
  const results = computeStudy(study, 40);

  test('every claim is decided by its own figure and target', () => {
    expect(results.claims.map(({ id }) => id)).toEqual(CLAIMS.map(({ id }) => id));
    for (const { target, estimate, holds } of results.claims)
      expect(holds).toBe(
        target.at === 'least' ? estimate.value >= target.value : estimate.value <= target.value,
      );
  });

  test('they tell arms that were made to differ', () => {
    const holds = Object.fromEntries(results.claims.map((claim) => [claim.id, claim.holds]));
    expect(holds['rlvr-accuracy']).toBe(true);
    expect(holds['rlvr-certain']).toBe(true);
    expect(holds['ca-paper-ece']).toBe(true);
    expect(holds['ca-proper-auroc']).toBe(true);
  });

  test('a claim about an arm that is not there is left out', () => {
    const without = createStudy(tables.filter(({ head }) => head.arm !== 'ca-paper'));
    const ids = computeStudy(without, 2).claims.map(({ id }) => id);
    expect(ids).not.toContain('ca-paper-ece');
    expect(ids).toContain('rlvr-accuracy');
  });

  test('the page of text names every claim and every arm', () => {
    const text = studyMarkdown(results);
    for (const { statement } of results.claims) expect(text).toContain(statement);
    for (const { arm } of ARMS) expect(text).toContain(`| ${arm} |`);
    expect(text).not.toContain('undefined');
  });
});

test('the figure draws a cell for each arm and task, and leaves out what is not there', () => {
  const some = createStudy(
    tables.filter(({ head }) => head.arm !== 'sft' || head.task !== 'inbox'),
  );
  const svg = studyFigure(some, [...TRAINED, ...SHIFTS]);
  const arms = 5;
  expect(svg.match(/<rect [^>]*width="120"/g)).toHaveLength(arms * 6 - 1);
  expect(svg).not.toMatch(/NaN|undefined/);
});
