import { expect, test } from 'vitest';
import { readTraceLine } from '../../formats/traceLine';
import { createEndpointEngine } from '../../inference/endpoint/engine';
import {
  decides,
  fakeServer,
  MODELS,
  type Asked,
  type Reply,
} from '../../inference/endpoint/fakeServer';
import { importedSubject } from '../import/imported';
import { createCollector, type CollectModel } from './collector';
import { createMemoryStore } from '../persistence/memoryStore';
import { collectSpec, INITIAL_FORM, type CollectForm, type CollectSpec } from './form';
import { keepCollected, placeOf, type CollectedSpec, type CollectedTrace } from './kept';
import { ownTask } from './task';

const TASK = ownTask(
  [
    '{"id": "q1", "prompt": "One?", "options": ["yes", "no"], "gold": "yes"}',
    '{"id": "q2", "prompt": "Two?", "options": ["a", "b", "c"], "gold": "b"}',
    '{"id": "q3", "prompt": "Three?", "options": ["yes", "no"]}',
  ].join('\n'),
  'mine.jsonl',
);
const specOf = (form: Partial<CollectForm>) =>
  collectSpec({ ...INITIAL_FORM, ...form }, TASK) as CollectSpec;

const promptOf = ({ body }: Asked) =>
  (body.messages as readonly { readonly content: string }[])[0]!.content;

async function served(reply: (asked: Asked) => Reply | Promise<Reply>): Promise<CollectModel> {
  const server = fakeServer((asked) => {
    if (asked.path === '/models') return MODELS;
    return promptOf(asked).startsWith('Name one') ? decides('A') : reply(asked);
  });
  const options = { baseUrl: 'http://server', fetch: server.fetch, maxRetries: 0 };
  const engine = createEndpointEngine(options);
  await engine.load('m', {});
  const provenance = { model: 'm', dtype: 'as served', backend: 'endpoint chat server' };
  return {
    title: 'm',
    reach: { kind: 'page' },
    concurrency: 1,
    use: (action, signal) => action(engine, provenance, signal),
  };
}

test('a task of one’s own and its rollouts become decisions with cases, traces and a file', async () => {
  const collector = createCollector();
  const spec = specOf({ mode: 'sample', rollouts: '2' });
  await collector.start(await served(() => decides('A')), spec);
  expect(collector.store.getState().run).toMatchObject({
    ...{ status: 'complete', done: 6, total: 6, failed: 0, undecided: 0 },
    ...{ judged: 4, right: 2, newTokens: 18, secondsLeft: null },
  });
  const imported = collector.imported()!;
  const { table } = imported;
  // Cases of two and of three options share a table by letter; the third is out of the question for the first.
  expect(table.labels).toEqual(['A', 'B', 'C']);
  expect(table.caseIds).toEqual(['q1', 'q2', 'q3', 'q1', 'q2', 'q3']);
  expect([...table.usable]).toEqual([0, 1, 3, 4]);
  expect([...table.gold]).toEqual([0, 1, -1, 0, 1, -1]);
  const [first, other, lacking] = table.logits.slice(0, 3);
  expect(Math.exp(first!)).toBeCloseTo(0.65);
  expect(Math.exp(other!)).toBeCloseTo(0.3);
  expect(lacking).toBe(-Infinity);
  const subject = importedSubject(imported, 'q2')!;
  expect(subject.prompt).toMatch(/^Two\?\n- a = A[^]*Think step by step/u);
  expect(subject).toMatchObject({ gold: 1, optionTexts: ['a', 'b', 'c'] });
  expect((await imported.traceOf('q2'))?.sampling.seed).toBe(0);
  const lines = (await collector.file().text()).trimEnd().split('\n');
  const read = lines.map((line) => readTraceLine(JSON.parse(line), 'line'));
  expect(read.map(({ case: { id }, rollout }) => `${id}/${rollout}`)).toEqual([
    'q1/0',
    'q2/0',
    'q3/0',
    'q1/1',
    'q2/1',
    'q3/1',
  ]);
  expect(read[4]!.trace.sampling).toMatchObject({ temperature: 1, seed: 1 });
});

test('a case that fails is told and asked again by going on; the others stay', async () => {
  let refuses = true;
  const collector = createCollector();
  const model = await served((asked) =>
    refuses && promptOf(asked).startsWith('Two') ? { status: 400, text: 'too long' } : decides('B'),
  );
  await collector.start(model, specOf({}));
  const { run } = collector.store.getState();
  expect(run).toMatchObject({ status: 'complete', done: 2, failed: 1, judged: 1, right: 0 });
  expect(run!.failures).toMatchObject([{ caseId: 'q2' }]);
  expect(run!.failures[0]!.message).toContain('too long');
  refuses = false;
  await collector.goOn();
  expect(collector.store.getState().run).toMatchObject({ done: 3, failed: 0, judged: 2, right: 1 });
});

test('cancel keeps what has come; another run begins anew and the old one says nothing more', async () => {
  const collector = createCollector();
  let second: (reply: Reply) => void = () => undefined;
  const waits = new Promise<Reply>((resolve) => (second = resolve));
  const model = await served((asked) => (promptOf(asked).startsWith('Two') ? waits : decides('A')));
  const running = collector.start(model, specOf({}));
  await expect.poll(() => collector.store.getState().run?.done).toBe(1);
  expect(collector.imported()!.table.caseIds).toEqual(['q1']);
  collector.cancel();
  await running;
  expect(collector.store.getState().run).toMatchObject({
    status: 'stopped',
    done: 1,
    message: null,
  });
  second(decides('A'));
  const restarted = collector.goOn();
  const anew = collector.start(model, specOf({ count: '1' }));
  await Promise.all([restarted, anew]);
  expect(collector.store.getState().run).toMatchObject({ status: 'complete', done: 1, total: 1 });
});

test('what ends the run is told with what has come; traces of two models are not mixed', async () => {
  const collector = createCollector();
  let broken = true;
  const model = await served((asked) =>
    broken && promptOf(asked).startsWith('Two') ? { status: 401, text: 'no key' } : decides('A'),
  );
  let backend = 'endpoint chat server';
  const use: CollectModel['use'] = (action, signal) =>
    model.use((engine, provenance, own) => action(engine, { ...provenance, backend }, own), signal);
  await collector.start({ ...model, use }, specOf({}));
  const failed = collector.store.getState().run!;
  expect(failed).toMatchObject({ status: 'failed', done: 1 });
  expect(failed.message).toContain('no key');
  broken = false;
  backend = 'endpoint chat elsewhere';
  await collector.goOn();
  expect(collector.store.getState().run?.message).toContain('Start a new run');
  backend = 'endpoint chat server';
  await collector.goOn();
  expect(collector.store.getState().run).toMatchObject({ status: 'complete', done: 3 });
});

test('a run that its page left is restored in the next, and goes on to the same numbers', async () => {
  const runs = createMemoryStore<CollectedSpec, CollectedTrace>(placeOf);
  const first = createCollector(keepCollected(runs));
  let broken = true;
  const model = await served((asked) =>
    broken && promptOf(asked).startsWith('Three') ? { status: 401, text: 'no' } : decides('A'),
  );
  const spec = specOf({ mode: 'sample', rollouts: '2' });
  await first.start(model, spec);
  expect(first.store.getState().run).toMatchObject({ status: 'failed', done: 2 });

  const keeper = keepCollected(runs);
  await keeper.look();
  const former = await keeper.offered();
  expect(former?.run.spec).toMatchObject({ title: 'm', spec: { task: 'mine', rollouts: 2 } });
  const second = createCollector(keeper);
  second.restore(model, former!);
  const { run } = second.store.getState();
  expect(run).toMatchObject({ status: 'stopped', restored: true, done: 2, total: 6 });
  const { judged, right, newTokens, undecided } = first.store.getState().run!;
  expect(run).toMatchObject({ judged, right, newTokens, undecided });
  expect(second.imported()!.table).toEqual(first.imported()!.table);
  expect(await second.file().text()).toBe(await first.file().text());

  broken = false;
  await second.goOn();
  expect(second.store.getState().run).toMatchObject({ status: 'complete', done: 6, judged: 4 });
  expect(keeper.store.getState().offer).toBeNull();
  expect(await runs.list()).toMatchObject([{ done: 6, run: { end: 'complete' } }]);
});
