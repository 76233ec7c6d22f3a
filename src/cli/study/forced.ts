import { scaledConfidence } from '../../calibration/scaling';
import { ARMS } from './arms';
import type { StudyTable } from './table';
import type { Study } from './view';

/** Decisions forced after each line of the reasoning, by the number of lines that were still to come. Shares in [0, 1]. */
export type Trajectory = {
  readonly arm: string;
  readonly task: string;
  readonly steps: readonly {
    readonly linesLeft: number;
    readonly n: number;
    readonly meanConfidence: number;
    /** Share that already decide as after the whole reasoning. */
    readonly final: number;
  }[];
};

function summarise({ head, decisions, caseOf, extra }: StudyTable): Trajectory {
  const { logits, k, chosen } = decisions;
  const confidence = scaledConfidence(logits, k, chosen, 1);
  const step = extra.step ?? new Int32Array();
  const steps = extra.steps ?? new Int32Array();
  const last = new Map<number, number>();
  caseOf.forEach((at, row) => step[row] === steps[row] && last.set(at, chosen[row]!));
  const cells = new Map<number, { n: number; confidence: number; final: number }>();
  caseOf.forEach((at, row) => {
    const left = steps[row]! - step[row]!;
    const cell = cells.get(left) ?? { n: 0, confidence: 0, final: 0 };
    cells.set(left, cell);
    cell.n++;
    cell.confidence += confidence[row]!;
    cell.final += chosen[row] === last.get(at) ? 1 : 0;
  });
  return {
    arm: head.arm,
    task: head.task,
    steps: [...cells]
      .sort(([a], [b]) => b - a)
      .map(([linesLeft, { n, confidence: sum, final }]) => ({
        linesLeft,
        n,
        meanConfidence: sum / n,
        final: final / n,
      })),
  };
}

/** One row for each table of forced decisions, in the order of the arms. */
export function trajectories({ tables }: Study): Trajectory[] {
  return tables
    .filter(({ head }) => head.mode === 'forced')
    .sort((a, b) => ARMS.indexOf(a.head.arm as never) - ARMS.indexOf(b.head.arm as never))
    .map(summarise);
}
