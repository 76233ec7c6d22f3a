import { expect, test } from 'vitest';
import { createExclusive } from './exclusive';

function recorder() {
  const seen: (string | null)[] = [];
  return { seen, exclusive: createExclusive<string>((kind) => seen.push(kind)) };
}
const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')));
  });

test('the second piece of work aborts the first, whose end changes nothing', async () => {
  const { seen, exclusive } = recorder();
  const first = exclusive.run('a', untilAborted);
  let release: () => void = () => undefined;
  const second = exclusive.run('b', () => new Promise<void>((resolve) => (release = resolve)));
  await first;
  expect(seen).toEqual(['a', 'b']);
  release();
  await second;
  expect(seen).toEqual(['a', 'b', null]);
});

test('stopping is heard at once, failures are passed on', async () => {
  const { seen, exclusive } = recorder();
  const stopped = exclusive.run('a', untilAborted);
  exclusive.stop();
  expect(seen).toEqual(['a', null]);
  await stopped;
  await expect(exclusive.run('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(seen).toEqual(['a', null, 'b', null]);
});
