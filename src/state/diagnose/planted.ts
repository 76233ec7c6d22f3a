import { hashSeed } from '../../calibration/random';
import type { Token, Trace } from '../../traces/trace';
import type { Subject } from '../subject';
import {
  addBranch,
  findBranch,
  freeId,
  plant,
  ROOT,
  sameBranch,
  traceOf,
  type BranchTree,
} from './branchTree';
import type { Departure } from './grow';
import { begin, record, type History } from './history';

/** The tree of one trace, and what of it is looked at. */
export type Planted = {
  readonly history: History<BranchTree>;
  readonly selected: number;
  /** Index of the picked token of the selected trace; null for the one that the view opens on. */
  readonly picked: number | null;
  /** The root's tokens read again with ten alternatives each; null before. */
  readonly reread: readonly Token[] | null;
};

/** The name under which the tree of a trace is kept: model, weights, prompt and tokens are in it. */
export function treeKey(trace: Trace, subject: Subject): string {
  const content = [subject.prompt, ...trace.tokens.map(({ id }) => id)].join('\n');
  return `${trace.provenance.model}/${trace.provenance.dtype}/${subject.id}/${hashSeed(content)}`;
}

export function plantedWith(root: Trace): Planted {
  return { history: begin(plant(root)), selected: ROOT, picked: null, reread: null };
}

export function selectedTrace({ history, selected }: Planted): Trace {
  return traceOf(history.present, selected) ?? history.present.root;
}

/** Tokens of the selected trace with all alternatives that are known. */
export function selectedTokens(planted: Planted): readonly Token[] {
  const { selected, reread } = planted;
  return (selected === ROOT ? reread : null) ?? selectedTrace(planted).tokens;
}

/** After a change of the history: where the selected branch is gone, its nearest ancestor that is left is selected. */
export function walked(
  planted: Planted,
  step: (history: History<BranchTree>) => History<BranchTree>,
): Planted {
  const history = step(planted.history);
  let selected = planted.selected;
  while (traceOf(history.present, selected) === undefined)
    selected = findBranch(planted.history.present, selected)?.parent ?? ROOT;
  return {
    ...planted,
    history,
    selected,
    picked: selected === planted.selected ? planted.picked : null,
  };
}

/** The branch of each departure from the selected trace that is there already; undefined for the others. */
export function knownBranches(
  { history, selected }: Planted,
  departures: readonly Departure[],
): (number | undefined)[] {
  return departures.map(
    ({ at, token }) => sameBranch(history.present, { parent: selected, at, token: token.id })?.id,
  );
}

/** What leaving `parent` gave, one entry a departure: a branch that was there, a new trace, or nothing. */
export type Growth = {
  readonly parent: number;
  readonly departures: readonly Departure[];
  readonly results: readonly (number | Trace | null)[];
  readonly asBatch: boolean;
};

/**
 * With the growth in the tree, as one step of the history; a single branch is selected. Unchanged where nothing grew or the
 * parent has been removed meanwhile.
 */
export function grownBy(planted: Planted, growth: Growth): Planted {
  const { parent, departures, results, asBatch } = growth;
  let tree = planted.history.present;
  if (traceOf(tree, parent) === undefined) return planted;
  const ids = departures.flatMap(({ at }, i) => {
    const result = results[i];
    if (typeof result === 'number') return findBranch(tree, result) === undefined ? [] : [result];
    if (result == null) return [];
    const id = freeId(tree);
    tree = addBranch(tree, { id, parent, at, trace: result });
    return [id];
  });
  if (ids.length === 0) return planted;
  if (asBatch) tree = { ...tree, batches: [...tree.batches, { parent, ids }] };
  const shown = asBatch ? {} : { selected: ids[0]!, picked: null };
  return { ...planted, history: record(planted.history, tree), ...shown };
}
