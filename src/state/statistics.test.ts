import { expect, test } from 'vitest';
import type { WorkerLike } from './newest';
import { createStatistics, eceStatistics, type StatisticsRequest } from './statistics';

const request = (p: number): StatisticsRequest => ({
  confidence: new Float64Array(40).fill(p),
  correct: Uint8Array.from({ length: 40 }, (_, i) => i % 2),
  binning: { bins: 15, binning: 'equal-mass', edges: 'right' },
});

/** A worker whose answers the test releases one by one. */
function fakeWorkers() {
  const posted: StatisticsRequest[] = [];
  const workers: WorkerLike[] = [];
  const spawn = (): WorkerLike => {
    const worker: WorkerLike = {
      postMessage: (message: StatisticsRequest) => void posted.push(message),
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
    };
    workers.push(worker);
    return worker;
  };
  const answer = () => {
    const data = eceStatistics(posted.at(-1)!);
    workers.at(-1)!.onmessage!.call(null as never, { data } as MessageEvent);
  };
  return { posted, workers, spawn, answer };
}

test('one request in flight, the newest next, those between dropped', async () => {
  const { posted, spawn, answer } = fakeWorkers();
  const statistics = createStatistics(spawn);
  const settled: number[] = [];
  const ask = (p: number) => statistics(request(p)).then((s) => settled.push(s.interval.value));
  void ask(0.6);
  void ask(0.7);
  const last = ask(0.9);
  expect(posted).toHaveLength(1);
  answer();
  answer();
  await last;
  expect(posted.map((r) => r.confidence[0])).toEqual([0.6, 0.9]);
  expect(settled).toHaveLength(1);
  expect(settled[0]).toBeCloseTo(0.4, 12);
});

test('a failed worker rejects its request and is replaced', async () => {
  const { workers, spawn, answer } = fakeWorkers();
  const statistics = createStatistics(spawn);
  const failing = statistics(request(0.5));
  workers[0]!.onerror!.call(null as never, { message: 'boom' } as ErrorEvent);
  await expect(failing).rejects.toThrow(/boom/);
  const retried = statistics(request(0.5));
  expect(workers).toHaveLength(2);
  answer();
  expect((await retried).interval.value).toBeCloseTo(0, 12);
});

test('before and after a calibrator: both intervals, and the change over the same rows', () => {
  const { before, interval } = eceStatistics({
    ...request(0.5),
    before: new Float64Array(40).fill(0.9),
  });
  expect(before!.interval.value).toBeCloseTo(0.4, 12);
  expect(before!.change.value).toBeCloseTo(interval.value - before!.interval.value, 12);
  expect(before!.change.low).toBeLessThanOrEqual(before!.change.value);
  expect(before!.change.high).toBeLessThan(0);
  expect(eceStatistics(request(0.5))).not.toHaveProperty('before');
});
