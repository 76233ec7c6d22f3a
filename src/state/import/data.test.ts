import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WorkerLike } from '../newest';
import { createData } from './data';
import type { Imported } from './imported';
import { tableEceBounds } from '../tableBounds';
import { importedSubject } from './imported';
import { linkedData } from './linkedData';
import type { Reply, Request } from './protocol';
import { createSession } from './session';
import { DEFAULT_SETTINGS } from '../settings';

const fixture = (name: string) =>
  new Blob([readFileSync(join(import.meta.dirname, '../../formats/import/fixtures', name))]);

/** Workers that answer as the real one does, in this thread. `silent`: they never do. */
function workers() {
  const log: { terminated: boolean }[] = [];
  const control = { silent: false, log };
  const spawn = (): WorkerLike => {
    const own = { terminated: false };
    log.push(own);
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      postMessage: (request: Request) => {
        if (!control.silent) void session(request);
      },
      terminate: () => {
        own.terminated = true;
      },
    };
    const session = createSession((reply: Reply) => {
      const event = { data: structuredClone(reply) } as MessageEvent<Reply>;
      if (!own.terminated) worker.onmessage?.call(worker as Worker, event);
    });
    return worker;
  };
  return { ...control, control, spawn };
}

function setUp() {
  const shown: Imported[] = [];
  const { spawn, control } = workers();
  return { shown, control, data: createData(spawn, (imported) => shown.push(imported)) };
}

test('a file is read, counted and shown; its traces open as long as it is', async () => {
  const { data, shown, control } = setUp();
  await data.open('chat.json', fixture('openai-chat.json'));
  const { file, reading } = data.store.getState();
  expect(reading).toBeNull();
  expect(file?.preview).toMatchObject({ format: 'openai-chat', traces: 4 });
  expect(file?.preview.texts[0]?.text).toContain('Answer: B');
  expect(file?.count).toMatchObject({ n: 4, matched: 3, missing: { 'cut-off': 1 } });
  expect(await data.show()).toBe(true);
  const [first] = shown;
  expect([...first!.table.usable]).toEqual([0, 1, 2]);
  expect((await first!.traceOf('q1'))?.decision.status).toBe('found');
  expect(await first!.traceOf('none')).toBeNull();
  expect(importedSubject(first!, 'q1')).toMatchObject({ id: 'q1', gold: 1, prompt: '' });
  expect(importedSubject(first!, 'none')).toBeNull();
  // Another open file leaves the shown one's traces; once it is shown itself, they end.
  await data.open('table.csv', fixture('options.csv'));
  expect((await first!.traceOf('q1'))?.caseId).toBe('q1');
  expect(await data.show()).toBe(true);
  await expect(first!.traceOf('q1')).rejects.toThrow('Open the file again');
  expect(control.log.map(({ terminated }) => terminated)).toEqual([true, false]);
});

test('what cannot be read gives a sentence and leaves the file before', async () => {
  const { data, control } = setUp();
  await data.open('table.csv', fixture('options.csv'));
  await data.open('cut.json', new Blob(['[{"choices": [{"message": {"con']));
  expect(data.store.getState().error).toMatch(/^cut\.json: .+/u);
  expect(data.store.getState().file?.name).toBe('table.csv');
  await data.open('page.html', new Blob(['<script>alert(1)</script>']));
  expect(data.store.getState().error).toContain('web page');
  expect(control.log.map(({ terminated }) => terminated)).toEqual([false, true, true]);
  await data.open('table.csv', fixture('options.csv'));
  expect(data.store.getState().error).toBeNull();
});

test('cancel ends the worker at once and leaves the file before', async () => {
  const { data, control } = setUp();
  await data.open('table.csv', fixture('options.csv'));
  control.silent = true;
  const reading = data.open('chat.json', fixture('openai-chat.json'));
  await expect.poll(() => control.log.length).toBe(2);
  expect(data.store.getState().reading?.name).toBe('chat.json');
  data.cancel();
  await reading;
  expect(control.log[1]?.terminated).toBe(true);
  expect(data.store.getState()).toMatchObject({ reading: null, error: null });
  expect(data.store.getState().file?.name).toBe('table.csv');
});

test('the form changes the count; a gold file gives gold; a form that says nothing is refused', async () => {
  const { data, shown } = setUp();
  await data.open('batch.jsonl', fixture('openai-chat-batch.jsonl'));
  expect(data.store.getState().file?.count?.withGold).toBe(0);
  expect(await data.show()).toBe(false);
  expect(data.store.getState().file?.problem).toContain('gold file');
  const lines = '{"id":"q1","gold":"B"}\nno\n{"id":"q2","gold":"A"}\n';
  await data.setGold(new File([lines], 'gold.jsonl'));
  const { file } = data.store.getState();
  expect(file?.gold).toMatchObject({ cases: 2, badCount: 1, bad: [{ line: 2 }] });
  expect(file?.count?.withGold).toBe(2);
  await data.setGold(new File(['nothing'], 'bad.jsonl'));
  expect(data.store.getState().file?.problem).toContain('bad.jsonl: This is no gold file');
  data.edit({ rule: { kind: 'regex', pattern: 'never matches' } });
  data.edit({ rule: { kind: 'regex', pattern: 'not here either' } });
  await expect.poll(() => data.store.getState().file?.count?.matched).toBe(0);
  data.edit({ temperature: '-1' });
  await expect.poll(() => data.store.getState().file?.problem).toContain('above 0');
  data.edit({ temperature: '', surface: { spaced: false, bare: false, wide: false } });
  await expect.poll(() => data.store.getState().file?.problem).toContain('at least one way');
  expect(shown).toEqual([]);
});

test('where an option is outside the log the ECE is an interval around its point value', async () => {
  const { data, shown } = setUp();
  await data.open('chat.json', fixture('openai-chat.json'));
  await data.show();
  const bounds = tableEceBounds(shown[0]!.table, DEFAULT_SETTINGS)!;
  const outside = data.store.getState().file?.count?.bounded;
  expect(bounds).toMatchObject({ n: 3, outside, partly: 1 });
  expect(bounds.low).toBeLessThan(bounds.high);
  await data.open('confidence.csv', fixture('confidence.csv'));
  await data.show();
  expect(tableEceBounds(shown[1]!.table, DEFAULT_SETTINGS)).toBeNull();
});

test('a link names a file of the same origin or of another', () => {
  const of = (data: string) => linkedData(`https://me.example/page/?data=${data}#v=1`);
  expect(of('logs/a%2520b.jsonl')).toEqual({
    url: 'https://me.example/page/logs/a%20b.jsonl',
    name: 'a b.jsonl',
    foreign: false,
  });
  expect(of('https://other.example/x.csv')).toMatchObject({ foreign: true, name: 'x.csv' });
  expect(of('javascript:alert(1)')).toBeNull();
  expect(of('data:text/csv,a')).toBeNull();
  expect(linkedData('https://me.example/')).toBeNull();
});

const HEAD = 'lower,upper,n,sum_confidence,sum_correct';

test('a table of bins is read here; the file before shows again when it is closed', async () => {
  const { data, control } = setUp();
  await data.open('chat.json', fixture('openai-chat.json'));
  const { file } = data.store.getState();
  await data.open('bins.csv', new Blob([`${HEAD}\n0,.5,4,1,1\n.5,1,6,5,3\n`]));
  const { bins, error } = data.store.getState();
  expect(error).toBeNull();
  expect(bins).toMatchObject({ name: 'bins.csv', n: 10, bins: [{ count: 4 }, { count: 6 }] });
  expect(control.log).toHaveLength(1);

  await data.open('bad.csv', new Blob([`${HEAD}\n0,.5,4,x,1\n`]));
  expect(data.store.getState()).toMatchObject({ bins: null, reading: null });
  expect(data.store.getState().error).toMatch(/^bad\.csv: Line 2 has “x” for sum_confidence/u);

  await data.open('bins.csv', new Blob([`${HEAD}\n0,.5,4,1,1\n`]));
  data.close();
  expect(data.store.getState()).toMatchObject({ bins: null, file });
});
