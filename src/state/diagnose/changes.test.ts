import { expect, test } from 'vitest';
import { addBranch, plant, ROOT } from './branchTree';
import { changesOf } from './changes';
import { decided, traceOfIds, undecided } from './traceFixture';

const tree = [
  traceOfIds([1, 9, 3], decided(1)),
  traceOfIds([9, 2, 3], decided(0)),
  traceOfIds([1, 2, 9], decided(2)),
  traceOfIds([1, 2, 8], undecided),
].reduce(
  (grown, trace, i) => addBranch(grown, { id: i + 1, parent: ROOT, at: Math.min(2, i), trace }),
  plant(traceOfIds([1, 2, 3], decided(0))),
);
const batch = { parent: ROOT, ids: [1, 2, 3, 4] };

test('branches that decide otherwise are changes, those without decision are counted apart', () => {
  expect(changesOf(tree, batch, 0)).toEqual({
    n: 3,
    changed: 2,
    undecided: 1,
    spoiled: 2,
    mended: 0,
  });
});

test('a change to the gold option mends', () => {
  expect(changesOf(tree, batch, 2)).toMatchObject({ changed: 2, spoiled: 0, mended: 1 });
  expect(changesOf(tree, batch, -1)).toMatchObject({ changed: 2, spoiled: 0, mended: 0 });
});
