import type { Trace } from '../../traces/trace';

/** Id of the trace that a tree began with. */
export const ROOT = 0;

/** A continuation from another token: up to `at` it shares its parent's tokens, at `at` it took another one. */
export type Branch = {
  readonly id: number;
  /** The branch that it left, or `ROOT`. */
  readonly parent: number;
  /** Index of the token at which it left. */
  readonly at: number;
  readonly trace: Trace;
};

/** Branches that were made in one go of one trace, to count how often its decision changed. */
export type Batch = { readonly parent: number; readonly ids: readonly number[] };

export type BranchTree = {
  readonly root: Trace;
  /** In the order in which they were made. */
  readonly branches: readonly Branch[];
  readonly batches: readonly Batch[];
};

/** One line of the tree as it is listed: depth first, earlier departures first. `level` counts from 1, the root's. */
export type TreeRow = {
  readonly id: number;
  readonly branch: Branch | null;
  readonly level: number;
  /** Which of its siblings it is, from 1, and how many there are. */
  readonly position: number;
  readonly siblings: number;
};

export function plant(root: Trace): BranchTree {
  return { root, branches: [], batches: [] };
}

export function findBranch(tree: BranchTree, id: number): Branch | undefined {
  return tree.branches.find((branch) => branch.id === id);
}

/** The trace of the root or of a branch; undefined for an unknown id. */
export function traceOf(tree: BranchTree, id: number): Trace | undefined {
  return id === ROOT ? tree.root : findBranch(tree, id)?.trace;
}

/** A branch, what it left, and so on to the root. */
export function ancestry(tree: BranchTree, id: number): number[] {
  const branch = findBranch(tree, id);
  return branch === undefined ? [ROOT] : [id, ...ancestry(tree, branch.parent)];
}

/** An id that no branch has. */
export function freeId(tree: BranchTree): number {
  return tree.branches.reduce((most, { id }) => Math.max(most, id), ROOT) + 1;
}

/** The tree with one more branch. Throws RangeError for a parent that is not there, a token that it has not, a taken id. */
export function addBranch(tree: BranchTree, branch: Branch): BranchTree {
  const parent = traceOf(tree, branch.parent);
  if (parent === undefined) throw new RangeError(`there is no branch ${branch.parent} to leave`);
  if (traceOf(tree, branch.id) !== undefined) throw new RangeError(`id ${branch.id} is taken`);
  if (!(branch.at >= 0 && branch.at < parent.tokens.length))
    throw new RangeError(`the trace has no token ${branch.at}`);
  return { ...tree, branches: [...tree.branches, branch] };
}

/** The tree without a branch and all that left from it; unchanged for the root and for an unknown id. */
export function removeBranch(tree: BranchTree, id: number): BranchTree {
  if (findBranch(tree, id) === undefined) return tree;
  const gone = new Set([id]);
  // A branch is always made after its parent.
  for (const branch of tree.branches) if (gone.has(branch.parent)) gone.add(branch.id);
  const batches = tree.batches
    .map(({ parent, ids }) => ({ parent, ids: ids.filter((own) => !gone.has(own)) }))
    .filter(({ parent, ids }) => ids.length > 0 && !gone.has(parent));
  return { ...tree, branches: tree.branches.filter((branch) => !gone.has(branch.id)), batches };
}

/** The branch that left `parent` at the same place with the same token and is drawn greedily, if there is one. */
export function sameBranch(
  tree: BranchTree,
  { parent, at, token }: { readonly parent: number; readonly at: number; readonly token: number },
): Branch | undefined {
  return tree.branches.find(
    (branch) =>
      branch.parent === parent &&
      branch.at === at &&
      branch.trace.tokens[at]?.id === token &&
      branch.trace.sampling.mode === 'greedy',
  );
}

/** Every line of the tree, the root first. */
export function treeRows(tree: BranchTree): TreeRow[] {
  const children = (id: number) =>
    tree.branches.filter(({ parent }) => parent === id).sort((a, b) => a.at - b.at || a.id - b.id);
  const below = (id: number, level: number): TreeRow[] =>
    children(id).flatMap((branch, i, all) => [
      { id: branch.id, branch, level, position: i + 1, siblings: all.length },
      ...below(branch.id, level + 1),
    ]);
  return [{ id: ROOT, branch: null, level: 1, position: 1, siblings: 1 }, ...below(ROOT, 2)];
}
