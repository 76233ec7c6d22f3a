import { findTask } from '../../tasks';
import type { ClaimRow, StudyResults } from './results';
import type { Estimate } from './view';

const number = (value: number, factor: number, digits: number) =>
  Number.isNaN(value) ? '–' : (factor * value).toFixed(digits).replace('-', '−');

/** A share in [0, 1] in percent, with its interval. */
export const percentOf = ({ value, low, high }: Estimate) =>
  `${number(value, 100, 1)} (${number(low, 100, 1)} – ${number(high, 100, 1)})`;

const plain = ({ value, low, high }: Estimate) =>
  `${number(value, 1, 3)} (${number(low, 1, 3)} – ${number(high, 1, 3)})`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

function claimLine({ statement, figure, unit, target, estimate, holds, clear, seeds }: ClaimRow) {
  const show = unit === 'points' ? percentOf : plain;
  const aim = unit === 'points' ? number(target.value, 100, 0) : number(target.value, 1, 2);
  const verdict = !holds ? 'no' : clear ? 'yes' : 'yes, not by the whole interval';
  return [
    statement,
    `${figure}: ${show(estimate)}`,
    `${target.at === 'least' ? '≥' : '≤'} ${aim}`,
    String(seeds),
    verdict,
  ];
}

/** The section about many rollouts of a case. */
function rolloutLines(results: StudyResults): string[] {
  return [
    '## Many rollouts of one case',
    '',
    'Is agreement among rollouts a better confidence than the probability of the decision token? First seed.',
    '',
    table(
      [
        ...['arm', 'task', 'cases × rollouts', 'p > .99', 'accuracy of the majority'],
        ...['agreement: ECE', 'agreement: AUROC', 'token: ECE', 'token: AUROC'],
      ],
      results.selfConsistency.map((row) => [
        row.arm,
        row.task,
        `${row.cases} × ${Math.round(row.rollouts)}`,
        number(row.certain, 100, 1),
        number(row.majorityAccuracy, 100, 1),
        number(row.agreementEce, 100, 1),
        number(row.agreementAuroc, 1, 3),
        number(row.tokenEce, 100, 1),
        number(row.tokenAuroc, 1, 3),
      ]),
    ),
    '',
  ];
}

/** The study as a page of text; every number is from `results`. */
export function studyMarkdown(results: StudyResults): string {
  const { claims, arms, postHoc, sweep, draws } = results;
  const tasks = [...new Set(arms.map(({ task }) => task))];
  const split = (task: string, mode: string) => {
    const rows = arms.filter((row) => row.task === task && row.mode === mode);
    const body = rows.map((row) => [
      row.arm,
      percentOf(row.accuracy!),
      percentOf(row.ece!),
      percentOf(row.meanConfidence!),
      plain(row.auroc!),
      number(row.certain!.value, 100, 1),
      number(row.decided!.value, 100, 1),
      String(row.seeds),
    ]);
    const head = [
      'arm',
      'accuracy',
      'ECE',
      'mean confidence',
      'AUROC',
      'p > .99',
      'decided',
      'seeds',
    ];
    return table(head, body);
  };
  const held = claims.filter(({ holds }) => holds).length;
  return [
    '# The study',
    '',
    'Written by `npm run study` from the decision tables in `study/tables`; do not edit. Percentages unless a column says',
    'otherwise, 15 equal-mass bins. A missing decision counts as wrong in accuracy and is left out elsewhere. Each cell is the',
    `mean over the seeds of training; intervals are 95 % percentiles of ${draws} bootstrap draws of seeds and cases: with one seed, of`,
    'cases alone. Resampling adds to the upward bias of the ECE, so that a small ECE may lie below its interval. What was',
    'done, and how to rebuild it, is in [README.md](README.md); the arms are described in [recipe/arms](recipe/arms/README.md).',
    '',
    `## Claims: ${held} of ${claims.length} hold`,
    '',
    table(['claim', 'figure', 'target', 'seeds', 'holds'], claims.map(claimLine)),
    '',
    '![Reliability of every arm on every task](study.svg)',
    '',
    '## Accuracy and calibration, greedy',
    ...tasks.flatMap((task) => [
      '',
      `**${findTask(task)?.title ?? task}**, n = ${arms.find((row) => row.task === task)!.n}`,
      '',
      split(task, 'greedy'),
    ]),
    '',
    '## The same after reasoning sampled at temperature 1',
    '',
    'The decision token is the likeliest one, as in the rollouts that the arms are trained on.',
    ...tasks
      .filter((task) => arms.some((row) => row.task === task && row.mode === 'sampled'))
      .flatMap((task) => ['', `**${findTask(task)?.title ?? task}**`, '', split(task, 'sampled')]),
    '',
    '## Post-hoc calibration',
    '',
    'ECE on the half of the cases that nothing was fitted on, mean of the three trained tasks; the barycentre correction needs',
    'no labels and is judged on all cases.',
    '',
    table(
      ['arm', 'as decided', 'temperature', 'isotonic', 'barycentre correction'],
      [...new Set(postHoc.map(({ arm }) => arm))].map((arm) => [
        arm,
        ...(['held-out', 'temperature', 'isotonic', 'barycentre'] as const).map((treatment) =>
          percentOf(postHoc.find((row) => row.arm === arm && row.treatment === treatment)!.ece),
        ),
      ]),
    ),
    '',
    '## λ, one seed',
    '',
    'Greedy, mean of the three trained tasks. All at the settings of `ca-paper`; `ca-proper` above has settings of its own.',
    '',
    table(
      ['arm', 'λ', 'accuracy', 'ECE', 'mean confidence', 'AUROC'],
      sweep.map((row) => [
        row.arm,
        String(row.lambda),
        percentOf(row.accuracy!),
        percentOf(row.ece!),
        percentOf(row.meanConfidence!),
        plain(row.auroc!),
      ]),
    ),
    '',
    ...(results.selfConsistency.length === 0 ? [] : rolloutLines(results)),
    '## Decisions forced along the reasoning',
    '',
    'Share that already decide as they will at the end, and mean confidence there, by the number of lines still to come. First seed.',
    '',
    table(
      ['arm', 'task', ...[4, 3, 2, 1, 0].map((left) => `${left} left`)],
      results.trajectories.map(({ arm, task, steps }) => [
        arm,
        task,
        ...[4, 3, 2, 1, 0].map((left) => {
          const step = steps.find(({ linesLeft }) => linesLeft === left);
          return step === undefined
            ? '–'
            : `${number(step.final, 100, 0)} at ${number(step.meanConfidence, 100, 0)}`;
        }),
      ]),
    ),
    '',
  ].join('\n');
}
