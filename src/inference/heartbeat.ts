/** Listens for signs of life while something is awaited. */
export type Heartbeat = {
  /** Begins to listen, if it does not already. */
  readonly start: () => void;
  /** The other side has said something. */
  readonly heard: () => void;
  readonly stop: () => void;
};

/**
 * Calls `ping` every `interval` milliseconds, and `onSilence` once `patience` pings in a row were answered by nothing; then it stops.
 * It counts pings, not time: while this side is frozen, sleeps or is throttled, the other is not suspected.
 */
export function createHeartbeat(
  ping: () => void,
  onSilence: () => void,
  patience: number,
  interval: number,
): Heartbeat {
  let timer: ReturnType<typeof setInterval> | undefined;
  let unanswered = 0;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    start() {
      if (timer !== undefined) return;
      unanswered = 0;
      timer = setInterval(() => {
        if (unanswered < patience) {
          unanswered++;
          ping();
        } else {
          stop();
          onSilence();
        }
      }, interval);
    },
    heard: () => (unanswered = 0),
    stop,
  };
}
