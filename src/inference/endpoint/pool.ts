/**
 * Runs `task` on every item, so many at once, in order of the list. The first failure aborts the others
 * and is what the promise rejects with; an abort from outside rejects with its reason. Resolves or
 * rejects only after every task has ended.
 */
export async function pool<T>(
  items: readonly T[],
  concurrency: number,
  task: (item: T, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const failed = new AbortController();
  const own = AbortSignal.any([signal, failed.signal]);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length && !own.aborted) await task(items[next++]!, own);
  };
  const workers = Array.from({ length: Math.min(concurrency, items.length) }, () =>
    work().catch((error: unknown) => failed.abort(error)),
  );
  await Promise.all(workers);
  own.throwIfAborted();
}
