import type { Catalogue } from '../../state/catalogue';
import type { Side } from '../../state/compare/sides';
import type { DecisionTable } from '../../traces/decisionTable';
import type { Sampling } from '../../traces/trace';
import type { Words } from './useWords';

/** What the latest run was: its table and how its tokens were drawn. */
export type OwnRun = { readonly table: DecisionTable | null; readonly sampling: Sampling | null };

type About = {
  readonly arm: string;
  readonly title: string;
  readonly dtype: string;
  readonly task: string;
};

/** Arm, model title, weights and task of a side; null for a run that there is not. */
export function aboutSide(
  side: Side,
  catalogue: Catalogue,
  run: OwnRun,
  { modelTitle }: Words,
): About | null {
  const of =
    side.kind === 'shipped'
      ? side.entry
      : run.table && { ...run.table.provenance, task: run.table.task };
  if (of === null) return null;
  const model = catalogue.models.find(({ name }) => name === of.model);
  return {
    arm: model?.arm ?? '',
    title: model === undefined ? of.model : modelTitle(model),
    dtype: of.dtype,
    task: of.task,
  };
}

function drawing({ sampling }: OwnRun, { strings: { overlay }, factor }: Words): string {
  if (sampling === null) return overlay.yourRun;
  return sampling.mode === 'greedy'
    ? overlay.greedyRun
    : overlay.sampledRun(factor(sampling.temperature));
}

/**
 * Names of the two sides, as short as tells them apart: the model, its weights where they differ, the task where it differs,
 * and how a run was drawn.
 */
export function sideNames(
  sides: readonly [Side, Side],
  catalogue: Catalogue,
  run: OwnRun,
  words: Words,
): readonly [string, string] {
  const about = sides.map((side) => aboutSide(side, catalogue, run, words));
  const [a, b] = about;
  const name = (at: 0 | 1): string => {
    const own = about[at];
    if (own === null || own === undefined) return words.strings.overlay.yourRun;
    const parts = [own.title];
    if (a?.dtype !== b?.dtype) parts.push(words.strings.bits(own.dtype));
    if (a?.task !== b?.task) parts.push(words.taskTitle(own.task));
    if (sides[at].kind === 'run') parts.push(drawing(run, words));
    else if (sides[1 - at]!.kind === 'run') parts.push(words.strings.overlay.shipped);
    return parts.join(' · ');
  };
  return [name(0), name(1)];
}
