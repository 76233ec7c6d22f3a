import type { ImportProgress } from '../../formats/import';
import type { WorkerLike } from '../newest';
import type { Kind, Questions, Reply } from './protocol';

/** A file in a worker of its own. Every answer may be a rejection whose message is for people. */
export type Reader = {
  readonly ask: <K extends Kind>(
    kind: K,
    ask: Questions[K]['ask'],
    onProgress?: (progress: ImportProgress) => void,
  ) => Promise<Questions[K]['answer']>;
  /** Ends the worker at once, whatever it is doing: what is asked rejects, now and later. */
  readonly close: () => void;
};

type Waiting = {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
};

/** Starts a worker for one file. A worker that fails is closed and not replaced: its file is gone. */
export function createReader(spawn: () => WorkerLike): Reader {
  const worker = spawn();
  const waiting = new Map<number, Waiting>();
  let ended: string | null = null;
  let last = 0;

  const end = (why: string) => {
    ended ??= why;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error(why));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const asked = waiting.get(data.id);
    if (asked === undefined) return;
    if ('progress' in data) {
      asked.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if ('problem' in data) asked.reject(new Error(data.problem));
    else asked.resolve(data.answer as never);
  };
  worker.onerror = ({ message }) =>
    end(
      `Reading failed: ${message || 'its worker stopped'}. Perhaps the file is too large for this machine.`,
    );

  return {
    ask: (kind, ask, onProgress) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(new Error(ended));
          return;
        }
        const id = ++last;
        waiting.set(id, { resolve, reject, onProgress });
        worker.postMessage({ id, kind, ask });
      }),
    close: () => end('Reading was stopped. Open the file again.'),
  };
}
