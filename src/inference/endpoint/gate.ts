/** Resolves after some milliseconds; rejects with the signal's reason once it is aborted. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}

/** What holds requests back: so many at once, so many started a second, and pauses that a server asks for. */
export type Gate = {
  /** Runs a task when a place is free, first come, first served. Rejects with the signal's reason. */
  readonly run: <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>;
  /** Resolves when a request may start. */
  readonly turn: (signal: AbortSignal) => Promise<void>;
  /** Nobody starts within the next milliseconds. */
  readonly hold: (milliseconds: number) => void;
};

export function createGate(concurrency: number, perSecond: number): Gate {
  let running = 0;
  let heldUntil = 0;
  let nextStart = 0;
  const waiting: (() => void)[] = [];

  const place = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (running < concurrency) {
      running++;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', leave, { once: true });
      waiting.push(enter);
    });
  };

  const release = () => {
    // The place passes on to the next in line, or is free.
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  };

  return {
    async run(task, signal) {
      await place(signal);
      try {
        return await task();
      } finally {
        release();
      }
    },
    async turn(signal) {
      signal.throwIfAborted();
      const start = Math.max(Date.now(), nextStart);
      nextStart = start + 1000 / perSecond;
      for (let at = start; ; at = heldUntil) {
        const wait = Math.max(at, heldUntil) - Date.now();
        if (wait > 0) await sleep(wait, signal);
        if (Date.now() >= heldUntil) return;
      }
    },
    hold(milliseconds) {
      heldUntil = Math.max(heldUntil, Date.now() + milliseconds);
    },
  };
}
