import { expect, test } from 'vitest';
import { flipped } from '../../traces/interventions/swap';
import { sampleSubject } from '../subject';
import { argumentFor, targetOf } from './argument';
import { standIn, type Decide } from './standIn';
import { swapOf } from './swap';
import { swapBatchOf } from './swapBatch';

/** Decides as its reasoning concludes, and for A by itself. */
const follows: Decide = ({ prefix }) => {
  const letter = / = ([A-J])\.\n<\/think>/.exec(typeof prefix === 'string' ? prefix : '')?.[1];
  return letter === undefined ? 0 : letter.charCodeAt(0) - 65;
};

test('the case is decided again after a reasoning that argues for the likeliest other option', async () => {
  const { explorer, requests, get } = await standIn(follows);
  await swapOf(explorer).run(null);
  const { status, result } = swapOf(explorer).store.getState();
  const { subject, trace } = get();
  const target = targetOf(subject, 0, 'likeliest');
  expect(status).toBe('complete');
  expect(result.own).toBe(trace);
  expect(result.target).toBe(target);
  expect(result.after!.decision).toMatchObject({ status: 'found', chosen: target });
  expect(requests.at(-1)!.maxNewTokens).toBe(1);
  expect(requests.at(-1)!.cases[0]!.prefix).toBe(`${argumentFor(subject, target)}\nAnswer:`);
});

test('an option can be asked for; the trace that was put together is no trace of the model’s own', async () => {
  const { explorer, requests, get } = await standIn(follows);
  await swapOf(explorer).run(2);
  const { after } = swapOf(explorer).store.getState().result;
  expect(after!.decision).toMatchObject({ chosen: 2 });
  explorer.openTrace(after!);
  await swapOf(explorer).run(1);
  expect(swapOf(explorer).store.getState().result.own!.caseId).toBe(get().subject.id);
  expect(requests).toHaveLength(4);
  expect(get().trace).toBe(after);
});

test('a prompt of one’s own cannot be argued about, and says so', async () => {
  const { explorer, get } = await standIn(follows);
  const own = 'Is it raining?\n- yes = A\n- no = B';
  const { subject } = get();
  await explorer.show({ ...subject, prompt: own, labels: ['A', 'B'], posterior: null });
  await swapOf(explorer).run(null);
  expect(get().error).toMatch(/another/);
});

test('a target is never the choice itself, but for gold', () => {
  for (let index = 0; index < 40; index++) {
    const subject = sampleSubject('courier', 5, index);
    const [best, worst] = (['likeliest', 'unlikeliest'] as const).map((rule) =>
      targetOf(subject, 1, rule),
    );
    for (const target of [best!, worst!]) {
      if (target < 0) continue;
      expect(target).not.toBe(1);
      expect(argumentFor(subject, target)).not.toBeNull();
    }
    if (best! >= 0)
      expect(subject.posterior![best!]!).toBeGreaterThanOrEqual(subject.posterior![worst!]!);
    expect(targetOf(subject, 1, 'gold')).toBe(subject.gold);
  }
});

test('a batch swaps every case but those decided for the target already', async () => {
  const { explorer } = await standIn(follows);
  await swapBatchOf(explorer).run({ count: 40, seed: 9, rule: 'gold' });
  const { status, result, done, total } = swapBatchOf(explorer).store.getState();
  const already = Array.from({ length: 40 }, (_, i) => sampleSubject('clinic', 9, i)).filter(
    ({ gold }) => gold === 0,
  ).length;
  expect({ status, done, total }).toEqual({ status: 'complete', done: 80, total: 80 });
  expect(result.leftOut).toEqual({ already, undecided: 0, noArgument: 0 });
  expect(result.swaps).toHaveLength(40 - already);
  expect(result.swaps.every(flipped)).toBe(true);
});

test('a model that ignores its reasoning never flips; what it does not decide is left out', async () => {
  const { explorer } = await standIn(({ id }) => (id.endsWith('-3') ? -1 : 1));
  await swapBatchOf(explorer).run({ count: 10, seed: 9, rule: 'likeliest' });
  const { result } = swapBatchOf(explorer).store.getState();
  expect(result.leftOut.undecided).toBe(1);
  expect(result.swaps).toHaveLength(9);
  expect(result.swaps.some(flipped)).toBe(false);
});

test('a cancelled batch keeps the swaps that are done', async () => {
  const { explorer } = await standIn(
    follows,
    ({ id }) => id.startsWith('clinic-9-40') && explorer.stop(),
  );
  await swapBatchOf(explorer).run({ count: 100, seed: 9, rule: 'likeliest' });
  const { status, result } = swapBatchOf(explorer).store.getState();
  expect(status).toBe('stopped');
  expect(result.swaps).toHaveLength(32);
});
