import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Engine, GenerateRequest } from '../../inference/engine';
import type { Trace } from '../../traces/trace';
import type { Explorer } from '../explorer';
import { createSettings } from '../settings';
import { sampleSubject, SHIPPED_SEED } from '../subject';
import { createBranches } from './branches';
import { ROOT, treeRows } from './branchTree';
import { decided, tokenOf, traceOfIds } from './traceFixture';

const END = 7;
const subject = sampleSubject('clinic', SHIPPED_SEED, 0);
const root: Trace = traceOfIds([1, 2, 3, END], decided(0));

/** An engine that goes on with token 60 and decides for option 1, or is stopped when told so. */
function setup(mode: 'greedy' | 'sample' = 'greedy', aborts = false) {
  const requests: GenerateRequest[] = [];
  const engine = {
    vocabulary: () => ['', ' a', 'a', ' b', '', '', '', '<end>'],
    generate: (request: GenerateRequest) => {
      requests.push(request);
      return Promise.resolve(
        request.cases.map(({ id, prefix }) => ({
          ...traceOfIds([...(prefix as number[]), 60], decided(1)),
          tokens: [...(prefix as number[]), 60].map((own) => tokenOf(own, 0.7)),
          caseId: id,
          finish: aborts ? ('aborted' as const) : ('stop' as const),
          sampling: request.sampling,
        })),
      );
    },
  } as unknown as Engine;
  const explorer = {
    store: createStore(() => ({ choice: { mode } })),
    settings: createSettings(),
    withEngine: (_kind: string, action: Parameters<Explorer['withEngine']>[1]) =>
      action(new AbortController().signal, engine, root.provenance),
  } as unknown as Explorer;
  const branches = createBranches(explorer);
  const key = branches.ensure(root, subject);
  const planted = () => branches.store.getState().planted[key]!;
  const ids = () => treeRows(planted().history.present).map((row) => row.id);
  return { branches, key, planted, ids, requests };
}
const other = (id: number) => ({ id, text: ` ${id}`, logprob: -1 });

test('a branch goes on from the shared tokens and the other one, and is shown', async () => {
  const { branches, key, planted, requests } = setup();
  await branches.branch(key, subject, { at: 1, token: other(50) });
  expect(requests[0]!.cases[0]!.prefix).toEqual([1, 50]);
  const [branch] = planted().history.present.branches;
  expect(branch).toMatchObject({ id: 1, parent: ROOT, at: 1 });
  expect(branch!.trace.caseId).toBe(subject.id);
  expect(planted().selected).toBe(1);
  await branches.branch(key, subject, { at: 2, token: other(51) });
  expect(requests[1]!.cases[0]!.prefix).toEqual([1, 50, 51]);
  expect(planted().history.present.branches[1]).toMatchObject({ parent: 1, at: 2 });
});

test('undo takes the branch away and shows what it left, redo brings it back', async () => {
  const { branches, key, planted, ids } = setup();
  await branches.branch(key, subject, { at: 1, token: other(50) });
  branches.undo(key);
  expect(ids()).toEqual([ROOT]);
  expect(planted().selected).toBe(ROOT);
  branches.redo(key);
  expect(ids()).toEqual([ROOT, 1]);
  branches.remove(key, 1);
  expect(ids()).toEqual([ROOT]);
  branches.undo(key);
  expect(ids()).toEqual([ROOT, 1]);
});

test('the same greedy departure is not generated twice; a sampled one is', async () => {
  for (const [mode, count] of [
    ['greedy', 1],
    ['sample', 2],
  ] as const) {
    const { branches, key, planted, requests } = setup(mode);
    for (let i = 0; i < 2; i++) {
      branches.select(key, ROOT);
      await branches.branch(key, subject, { at: 1, token: other(50) });
    }
    expect(planted().history.present.branches).toHaveLength(count);
    expect(requests).toHaveLength(count);
  }
});

test('the batch leaves the least certain steps with the runner-up, as one step to undo', async () => {
  const { branches, key, planted, ids, requests } = setup();
  await branches.branchUncertain(key, subject, 5);
  expect(requests[0]!.cases.map(({ prefix }) => prefix)).toEqual([[101], [1, 102]]);
  expect(planted().history.present.batches).toEqual([{ parent: ROOT, ids: [1, 2] }]);
  expect(planted().selected).toBe(ROOT);
  branches.undo(key);
  expect(ids()).toEqual([ROOT]);
});

test('the token that ends the turn ends the trace without the model', async () => {
  const { branches, key, planted, requests } = setup();
  await branches.branch(key, subject, { at: 1, token: other(END) });
  expect(requests).toEqual([]);
  const { trace } = planted().history.present.branches[0]!;
  expect(trace.tokens.map(({ id }) => id)).toEqual([1, END]);
  expect(trace.decision).toEqual({ status: 'missing', reason: 'no-decision' });
});

test('what was stopped is not added', async () => {
  const { branches, key, ids } = setup('greedy', true);
  await branches.branch(key, subject, { at: 1, token: other(50) });
  expect(ids()).toEqual([ROOT]);
  expect(branches.store.getState().growing).toBeNull();
});

test('a typed token takes the space of its place; one that is none is told', async () => {
  const { branches, key, requests } = setup();
  await branches.branchTyped(key, subject, 1, 'a');
  expect(requests[0]!.cases[0]!.prefix).toEqual([1, 1]);
  await branches.branchTyped(key, subject, 1, 'xyz');
  expect(branches.store.getState().problem).toMatch(/“xyz” is no single token/);
  expect(requests).toHaveLength(1);
});

test('the root is read again for its ten alternatives, its end token not forced', async () => {
  const { branches, key, planted, requests } = setup();
  await branches.reread(key, subject);
  expect(requests[0]).toMatchObject({ maxNewTokens: 1, cases: [{ prefix: [1, 2, 3] }] });
  expect(planted().reread).toHaveLength(4);
});

test('the tree of a trace is kept; another prompt has another', () => {
  const { branches, key } = setup();
  expect(branches.ensure(root, subject)).toBe(key);
  expect(branches.ensure(root, { ...subject, prompt: 'other' })).not.toBe(key);
});
