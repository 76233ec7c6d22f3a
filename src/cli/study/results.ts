import { createTable } from '../report/columns';
import { computeFigures } from '../report/figures';
import type { ReportSettings } from '../report/options';
import { ARMS } from './arms';
import { SHIFTS, TRAINED } from '../../tasks/splits';
import { CLAIMS, over } from './claims';
import { trajectories, type Trajectory } from './forced';
import { selfConsistency, type SelfConsistency } from './rollouts';
import type { Figure, Treatment } from './outcomes';
import type { StudyHead, StudyTable } from './table';
import { estimates, type Ask, type Estimate, type Study, type View } from './view';

const TREATMENTS: readonly Treatment[] = ['held-out', 'temperature', 'isotonic', 'barycentre'];
const FIGURES: readonly Figure[] = [
  'accuracy',
  'ece',
  'meanConfidence',
  'auroc',
  'certain',
  'decided',
];

export type ArmRow = {
  arm: string;
  task: string;
  mode: string;
  seeds: number;
  n: number;
} & Partial<Record<Figure, Estimate>>;
export type PostHocRow = { arm: string; treatment: Treatment; ece: Estimate };
export type SweepRow = { arm: string; lambda: number } & Partial<Record<Figure, Estimate>>;
export type ClaimRow = {
  id: string;
  statement: string;
  figure: string;
  unit: string;
  target: { at: string; value: number };
  estimate: Estimate;
  seeds: number;
  /** Is the target met by the estimate? `clear`: by the whole interval too. */
  holds: boolean;
  clear: boolean;
};
export type StudyResults = {
  version: 1;
  draws: number;
  claims: ClaimRow[];
  arms: ArmRow[];
  postHoc: PostHocRow[];
  sweep: SweepRow[];
  selfConsistency: SelfConsistency[];
  trajectories: Trajectory[];
  runs: RunRow[];
};
export type RunRow = StudyHead & { figures: Record<string, unknown> };

const present = (study: Study) =>
  ARMS.filter((arm) => study.find(arm, TRAINED[0], 'greedy').length > 0);

/** A row and its figures that are to be estimated, all of them in one pass over the draws. */
type Job<Row extends object = object> = {
  row: Row;
  parts: readonly (readonly [string, (view: View) => number])[];
};

function armJobs(study: Study): Job<ArmRow>[] {
  return present(study).flatMap((arm) =>
    [...TRAINED, ...SHIFTS].flatMap((task) =>
      (['greedy', 'sampled'] as const).flatMap((mode): Job<ArmRow>[] => {
        const found = study.find(arm, task, mode);
        if (found.length === 0) return [];
        const ask: Ask = { arm, task, mode };
        return [
          {
            row: { arm, task, mode, seeds: found.length, n: found[0]!.cases.length },
            parts: FIGURES.map((name) => [name, (view: View) => view.figure(ask, name)] as const),
          },
        ];
      }),
    ),
  );
}

function postHocJobs(study: Study): Job<PostHocRow>[] {
  return present(study).flatMap((arm) =>
    TREATMENTS.map((treatment): Job<PostHocRow> => ({
      row: { arm, treatment } as PostHocRow,
      parts: [['ece', (view) => over(view, TRAINED, arm, 'ece', { treatment })]],
    })),
  );
}

function sweepJobs(study: Study): Job<SweepRow>[] {
  const heads = study.tables
    .map(({ head }) => head)
    .filter(
      ({ run, mode, task, lambda }) =>
        run.includes('-lambda-') && mode === 'greedy' && task === TRAINED[0] && lambda !== null,
    )
    .sort((a, b) => a.arm.localeCompare(b.arm) || a.lambda! - b.lambda!);
  return heads.map(({ run, arm, lambda }) => ({
    row: { arm, lambda: lambda! },
    parts: (['accuracy', 'ece', 'meanConfidence', 'auroc'] as const).map(
      (name) => [name, (view: View) => over(view, TRAINED, run, name)] as const,
    ),
  }));
}

function runRow({ head, decisions, posterior, mass, cases }: StudyTable): RunRow {
  const { logits, k, chosen, gold } = decisions;
  const table = createTable();
  for (let row = 0; row < gold.length; row++)
    table.add({
      logits: [...logits.subarray(row * k, row * k + k)],
      chosen: chosen[row]!,
      gold: gold[row]!,
      posterior: [...posterior.subarray(row * k, row * k + k)],
      mass: mass[row]!,
    });
  for (let row = gold.length; row < cases.length; row++) table.miss('no-decision');
  const settings: ReportSettings = {
    ...{
      file: head.run,
      json: true,
      svg: null,
      html: null,
      bins: 15,
      binning: 'equal-mass',
      edges: 'right',
    },
    ...{ temperature: 1, scale: 1, calibrator: null, fitFraction: null, seed: 0, resamples: 100 },
  };
  const figures: Record<string, unknown> = computeFigures(table.finish(), settings, null);
  delete figures.bins;
  return { ...head, figures };
}

/** Everything of the study from its tables; a pure function of them, the draws and the seed. */
export function computeStudy(study: Study, draws: number): StudyResults {
  const arm = armJobs(study);
  const post = postHocJobs(study);
  const sweep = sweepJobs(study);
  const jobs: Job[] = [...arm, ...post, ...sweep];
  const claims = CLAIMS.filter(({ of }) => {
    try {
      of(study.view);
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  });
  const functions = [
    ...claims.map(({ of }) => of),
    ...jobs.flatMap(({ parts }) => parts.map(([, of]) => of)),
  ];
  const values = estimates(study, functions, draws);
  const ofClaims = values.splice(0, claims.length);
  for (const { row, parts } of jobs)
    for (const [name] of parts) Object.assign(row, { [name]: values.shift() });
  const seeds = (names: readonly string[]) =>
    Math.min(...names.map((name) => study.find(name, TRAINED[0], 'greedy').length));
  return {
    version: 1,
    draws,
    claims: claims.map(({ id, statement, figure, unit, target, arms }, i) => {
      const estimate = ofClaims[i]!;
      const meets = (value: number) =>
        target.at === 'least' ? value >= target.value : value <= target.value;
      return {
        ...{ id, statement, figure, unit, target, estimate },
        seeds: seeds(arms),
        holds: meets(estimate.value),
        clear: meets(estimate.low) && meets(estimate.high),
      };
    }),
    arms: arm.map(({ row }) => row),
    postHoc: post.map(({ row }) => row),
    sweep: sweep.map(({ row }) => row),
    selfConsistency: selfConsistency(study),
    trajectories: trajectories(study),
    runs: study.tables
      .filter(({ head }) => head.mode === 'greedy' || head.mode === 'sampled')
      .map(runRow),
  };
}
