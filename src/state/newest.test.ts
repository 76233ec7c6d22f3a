import { beforeEach, expect, test, vi } from 'vitest';
import { createNewest, type WorkerLike } from './newest';

beforeEach(() => void vi.useFakeTimers());

/** Workers whose answers the test releases. */
function fakeWorkers() {
  const workers: (WorkerLike & { ended: boolean; asked: number[] })[] = [];
  const spawn = () => {
    const worker = {
      asked: [] as number[],
      ended: false,
      onmessage: null as WorkerLike['onmessage'],
      onerror: null,
      postMessage: (request: number) => void worker.asked.push(request),
      terminate: () => void (worker.ended = true),
    };
    workers.push(worker);
    return worker;
  };
  const answer = (data: string): void => {
    workers.at(-1)!.onmessage!.call(null as never, { data } as MessageEvent);
  };
  return { workers, spawn, answer };
}

test('what is outdated is ended after a while, and the newest request gets a worker of its own', async () => {
  const { workers, spawn, answer } = fakeWorkers();
  const ask = createNewest<number, string>(spawn, 'The worker', 300);
  const settled: string[] = [];
  void ask(1).then((text) => settled.push(text));
  vi.advanceTimersByTime(10_000);
  expect(workers[0]!.ended).toBe(false);
  void ask(2).then((text) => settled.push(text));
  vi.advanceTimersByTime(200);
  const last = ask(3);
  vi.advanceTimersByTime(99);
  expect(workers).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(workers[0]!.ended).toBe(true);
  expect(workers[1]!.asked).toEqual([3]);
  answer('three');
  expect(await last).toBe('three');
  expect(settled).toEqual([]);
});

test('what ends in time is not interrupted', () => {
  const { workers, spawn, answer } = fakeWorkers();
  const ask = createNewest<number, string>(spawn, 'The worker', 300);
  void ask(1);
  void ask(2);
  vi.advanceTimersByTime(299);
  answer('one');
  vi.advanceTimersByTime(10_000);
  expect(workers).toHaveLength(1);
  expect(workers[0]!.asked).toEqual([1, 2]);
  expect(workers[0]!.ended).toBe(false);
});
