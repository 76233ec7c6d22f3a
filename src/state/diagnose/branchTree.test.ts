import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBranch,
  ancestry,
  findBranch,
  freeId,
  plant,
  removeBranch,
  ROOT,
  sameBranch,
  traceOf,
  treeRows,
  type BranchTree,
} from './branchTree';
import { traceOfIds } from './traceFixture';

const LENGTH = 6;
const ids = Array.from({ length: LENGTH }, (_, i) => i);

/** A tree grown by leaving any of its nodes at any token, again and again. */
const trees = fc.array(fc.tuple(fc.nat(), fc.nat(LENGTH - 1)), { maxLength: 12 }).map((steps) =>
  steps.reduce(
    (tree, [pick, at]) => {
      const rows = treeRows(tree);
      const parent = rows[pick % rows.length]!.id;
      const id = freeId(tree);
      const trace = traceOfIds(ids.map((own) => (own === at ? 50 + id : own)));
      return addBranch(tree, { id, parent, at, trace });
    },
    plant(traceOfIds(ids)),
  ),
);
const withNode = trees.chain((tree) =>
  fc.tuple(fc.constant(tree), fc.constantFrom(...treeRows(tree).map((row) => row.id))),
);

const ancestors = (tree: BranchTree, id: number) => ancestry(tree, id).slice(1);

test('the line of a branch ends at the root, and every step of it is the parent of the one before', () => {
  fc.assert(
    fc.property(withNode, ([tree, id]) => {
      const line = ancestry(tree, id);
      expect(line[0]).toBe(id);
      expect(line.at(-1)).toBe(ROOT);
      for (const [i, own] of line.slice(0, -1).entries())
        expect(findBranch(tree, own)!.parent).toBe(line[i + 1]);
    }),
  );
});

test('the rows list every branch once, each right below its parent’s line and one level deeper', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const rows = treeRows(tree);
      expect(rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
        [ROOT, ...tree.branches.map(({ id }) => id)].sort((a, b) => a - b),
      );
      for (const [i, { id, level, position, siblings }] of rows.entries()) {
        expect(level).toBe(ancestors(tree, id).length + 1);
        expect(position).toBeLessThanOrEqual(siblings);
        const parent = ancestors(tree, id)[0];
        if (parent !== undefined) {
          const above = rows.slice(0, i).findLast((row) => row.level === level - 1);
          expect(above?.id).toBe(parent);
        }
      }
    }),
  );
});

test('removing a branch removes what left from it and nothing else', () => {
  fc.assert(
    fc.property(withNode, ([tree, id]) => {
      const left = removeBranch(tree, id);
      const kept = tree.branches.filter(
        (branch) => branch.id !== id && !ancestors(tree, branch.id).includes(id),
      );
      expect(left.branches).toEqual(id === ROOT ? tree.branches : kept);
      expect(traceOf(left, ROOT)).toBe(tree.root);
    }),
  );
});

test('what was added last and is removed leaves the tree as it was', () => {
  fc.assert(
    fc.property(withNode, fc.nat(LENGTH - 1), ([tree, parent], at) => {
      const id = freeId(tree);
      const grown = addBranch(tree, { id, parent, at, trace: traceOfIds(ids) });
      expect(removeBranch(grown, id)).toEqual(tree);
    }),
  );
});

test('a batch keeps what is left of it and goes with its last branch or its parent', () => {
  const trace = traceOfIds(ids);
  const add = (tree: BranchTree, id: number, parent: number) =>
    addBranch(tree, { id, parent, at: 0, trace });
  const grown = [
    [1, ROOT],
    [2, 1],
    [3, 1],
  ].reduce((tree, [id, parent]) => add(tree, id!, parent!), plant(trace));
  const tree = { ...grown, batches: [{ parent: 1, ids: [2, 3] }] };
  expect(removeBranch(tree, 2).batches).toEqual([{ parent: 1, ids: [3] }]);
  expect(removeBranch(removeBranch(tree, 2), 3).batches).toEqual([]);
  expect(removeBranch(tree, 1).batches).toEqual([]);
});

test('the same departure is found again only where it was drawn greedily', () => {
  const greedy = traceOfIds([0, 77, 2]);
  const sampled = { ...greedy, sampling: { ...greedy.sampling, mode: 'sample' as const } };
  const tree = (trace: typeof greedy) =>
    addBranch(plant(traceOfIds([0, 1, 2])), { id: 1, parent: ROOT, at: 1, trace });
  const step = { parent: ROOT, at: 1, token: 77 };
  expect(sameBranch(tree(greedy), step)?.id).toBe(1);
  expect(sameBranch(tree(sampled), step)).toBeUndefined();
  expect(sameBranch(tree(greedy), { ...step, token: 78 })).toBeUndefined();
});

test('impossible branches are refused', () => {
  const tree = plant(traceOfIds([0, 1]));
  const trace = traceOfIds([0, 1]);
  expect(() => addBranch(tree, { id: 1, parent: 4, at: 0, trace })).toThrow(RangeError);
  expect(() => addBranch(tree, { id: ROOT, parent: ROOT, at: 0, trace })).toThrow(RangeError);
  expect(() => addBranch(tree, { id: 1, parent: ROOT, at: 2, trace })).toThrow(RangeError);
});
