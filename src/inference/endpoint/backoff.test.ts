import { expect, test } from 'vitest';
import { retryAfter, retryDelay } from './backoff';

test('waits double up to half a minute, between half and all of it', () => {
  const from = [0, 1, 2, 9].map((attempt) => retryDelay(attempt, null, () => 0));
  const to = [0, 1, 2, 9].map((attempt) => retryDelay(attempt, null, () => 1));
  expect(from).toEqual([250, 500, 1000, 15_000]);
  expect(to).toEqual([500, 1000, 2000, 30_000]);
});

test('what the server told is the least wait', () => {
  expect(retryDelay(0, 4000, () => 0)).toBe(4000);
  expect(retryDelay(0, 4000, () => 1)).toBe(5000);
});

test.each([
  [{ 'retry-after': '3' }, 3000],
  [{ 'retry-after': '1.5', 'retry-after-ms': '20' }, 20],
  [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:09 GMT' }, 8000],
  [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, null],
  [{}, null],
])('%j is %s ms', (headers, wait) => {
  expect(retryAfter(new Headers(headers), 1000)).toBe(wait);
});
