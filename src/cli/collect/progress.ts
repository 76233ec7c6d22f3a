/** Lines of progress for people: one that is overwritten on a terminal, one every ten seconds elsewhere. */
export type Progress = {
  readonly update: (done: number, total: number, failed: number) => void;
  readonly say: (text: string) => void;
  readonly end: () => void;
};

const duration = (seconds: number): string =>
  seconds < 90
    ? `${Math.round(seconds)} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;

/** `before`: traces that were there already, which say nothing about the pace. */
export function createProgress(
  stream: { readonly isTTY?: boolean; write: (text: string) => unknown },
  before: number,
  now: () => number = () => performance.now(),
): Progress {
  const started = now();
  let shown = -Infinity;
  const every = stream.isTTY ? 100 : 10_000;
  const clear = () => stream.isTTY && shown > -Infinity && stream.write('\r\u001b[K');
  return {
    update(done, total, failed) {
      const time = now();
      if (time - shown < every && done < total) return;
      clear();
      shown = time;
      const pace = ((done - before) / (time - started)) * 1000;
      const left = pace > 0 && done < total ? ` · ${duration((total - done) / pace)} left` : '';
      const lost = failed > 0 ? ` · ${failed} failed` : '';
      stream.write(
        `${done} of ${total} traces${lost} · ${pace.toFixed(1)}/s${left}${stream.isTTY ? '' : '\n'}`,
      );
    },
    say(text) {
      clear();
      stream.write(`${text}\n`);
    },
    end() {
      if (stream.isTTY && shown > -Infinity) stream.write('\n');
    },
  };
}
