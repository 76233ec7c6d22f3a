import { expect, test, vi } from 'vitest';
import { turn } from './turn';

test('what waits goes first, with a scheduler as a background task', async () => {
  const postTask = vi.fn(async (task: () => void) => {
    await Promise.resolve();
    task();
  });
  vi.stubGlobal('scheduler', { postTask });
  await turn();
  expect(postTask).toHaveBeenCalledExactlyOnceWith(expect.anything(), { priority: 'background' });
});

test('without one, too', async () => {
  vi.stubGlobal('scheduler', undefined);
  const order: string[] = [];
  setTimeout(() => order.push('waiting'));
  await turn();
  order.push('after');
  expect(order).toEqual(['waiting', 'after']);
});
