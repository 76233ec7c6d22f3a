import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings';
import { compareColumns, type CompareRequest } from './job';
import { marginTable } from '../standIn';
import { createTableStatistics, progressOf, type Wanted } from './tableStatistics';

const good = marginTable([2, 3, 2.5, 4]);
const bad = marginTable([2, 3, 2.5, 4], [0, 1, 2, 3]);
const wantedOf = (reference: number | null, temperature = 1): Wanted => ({
  tasks: [
    { task: 'clinic', tables: [good, bad] },
    { task: 'garage', tables: [null, good] },
  ],
  settings: { ...DEFAULT_SETTINGS, temperature },
  alone: reference === null,
  reference,
});

/** Answers come when the test lets them. */
function hand(delay = 0) {
  const requests: CompareRequest[] = [];
  let release: (fail?: boolean) => void = () => undefined;
  const statistics = createTableStatistics((request) => {
    requests.push(request);
    return new Promise((resolve, reject) => {
      release = (fail = false) =>
        fail
          ? reject(new Error('out of memory'))
          : resolve(compareColumns({ ...request, resamples: 20 }));
    });
  }, delay);
  let answered = 0;
  const answer = async (fail?: boolean) => {
    await vi.waitFor(() => expect(requests.length).toBeGreaterThan(answered));
    answered = requests.length;
    release(fail);
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { statistics, requests, answer, get: statistics.store.getState };
}

test('task by task; an arm without a table stays empty', async () => {
  const { statistics, answer, get } = hand();
  const wanted = wantedOf(null);
  statistics.ask(wanted);
  await vi.waitFor(() => expect(get().status).toBe('computing'));
  await answer();
  expect(progressOf(get())).toEqual({ done: 1, of: 2 });
  await answer();
  expect(get().status).toBe('idle');
  expect(
    get()
      .tasks.get('clinic')!
      .values.map((v) => v?.accuracy.value),
  ).toEqual([1, 0]);
  expect(get().tasks.get('garage')!.values[0]).toBeNull();
  expect(get().tasks.get('garage')!.values[1]?.n).toBe(4);
});

test('differences to a reference; none where the reference has no table', async () => {
  const { statistics, answer, get } = hand();
  statistics.ask(wantedOf(0));
  await answer();
  await answer();
  const of = (task: string) =>
    get()
      .tasks.get(task)!
      .differences.map((d) => d?.accuracy.value ?? null);
  expect(of('clinic')).toEqual([0, -1]);
  expect(of('garage')).toEqual([null, null]);
});

test('while the sliders move nothing is asked; the newest table wins', async () => {
  const { statistics, requests, answer, get } = hand(20);
  for (let i = 1; i <= 5; i++) statistics.ask(wantedOf(null, i));
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  const newest = wantedOf(null, 9);
  statistics.ask(newest);
  await answer();
  expect(get().tasks.size).toBe(0);
  await vi.waitFor(() => expect(requests).toHaveLength(2));
  await answer();
  await answer();
  expect([...get().tasks.values()].every(({ of }) => of === newest)).toBe(true);
});

test('stopping keeps what is done and says so; resuming does the rest alone', async () => {
  const { statistics, requests, answer, get } = hand();
  statistics.ask(wantedOf(null));
  await answer();
  statistics.stop();
  expect(get().status).toBe('stopped');
  await answer();
  expect(progressOf(get())).toEqual({ done: 1, of: 2 });
  statistics.resume();
  await vi.waitFor(() => expect(requests).toHaveLength(3));
  await answer();
  expect(get().status).toBe('idle');
  expect(progressOf(get())).toEqual({ done: 2, of: 2 });
});

test('a failure is told, and another try is possible', async () => {
  const { statistics, answer, get } = hand();
  statistics.ask(wantedOf(null));
  await answer(true);
  expect(get()).toMatchObject({ status: 'failed', message: 'out of memory' });
  statistics.resume();
  await answer();
  await answer();
  expect(get().status).toBe('idle');
});
