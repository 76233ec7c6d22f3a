import { beforeEach, expect, test, vi } from 'vitest';
import { createHeartbeat } from './heartbeat';

beforeEach(() => void vi.useFakeTimers());

test('silence is called after so many unanswered pings, and only while it listens', () => {
  const [ping, silent] = [vi.fn(), vi.fn()];
  const { start, heard, stop } = createHeartbeat(ping, silent, 3, 100);
  vi.advanceTimersByTime(1000);
  expect(ping).not.toHaveBeenCalled();
  start();
  vi.advanceTimersByTime(350);
  heard();
  // What is already listened for is not forgiven by another call.
  start();
  vi.advanceTimersByTime(300);
  expect(silent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(silent).toHaveBeenCalledTimes(1);
  expect(ping).toHaveBeenCalledTimes(6);
  vi.advanceTimersByTime(1000);
  expect(ping).toHaveBeenCalledTimes(6);
  start();
  vi.advanceTimersByTime(300);
  stop();
  vi.advanceTimersByTime(1000);
  expect(silent).toHaveBeenCalledTimes(1);
});
