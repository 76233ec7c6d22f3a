import { useEffect, useState } from 'react';
import { messageOf } from '../state/engineStore';
import type { Ask } from '../state/newest';

/** What was computed last, and whether for the present request; `problem`: why there is no answer to it. */
export type Answered<Answer> = {
  readonly answer: Answer | null;
  readonly fresh: boolean;
  readonly problem: string | null;
};

/**
 * The newest answer to a request that is computed off the main thread; `fresh` is false while it still belongs to a former
 * request. `request` must be the same object for as long as it asks the same; null asks nothing. It is asked once it has
 * been the present one for `rest` milliseconds: what takes long should not run while a slider moves.
 */
export function useAnswer<Request, Answer>(
  compute: Ask<Request, Answer>,
  request: Request | null,
  rest = 0,
): Answered<Answer> {
  const [given, setGiven] = useState<{
    readonly to: Request;
    readonly answer: Answer | null;
    readonly problem: string | null;
  } | null>(null);
  useEffect(() => {
    if (request === null) return;
    let wanted = true;
    const ask = () =>
      void compute(request).then(
        (answer) => wanted && setGiven({ to: request, answer, problem: null }),
        (error: unknown) =>
          wanted && setGiven({ to: request, answer: null, problem: messageOf(error) }),
      );
    const timer = rest > 0 ? setTimeout(ask, rest) : null;
    if (timer === null) ask();
    return () => {
      wanted = false;
      if (timer !== null) clearTimeout(timer);
    };
  }, [compute, request, rest]);
  if (request === null) return { answer: null, fresh: true, problem: null };
  const { answer = null, problem = null } = given ?? {};
  return { answer, problem, fresh: given?.to === request };
}

/** Rows from which on resampling takes so long that it waits until the sliders rest. */
const MANY = 10_000;

/** For how many milliseconds the sliders must rest before `n` rows are resampled. */
export const restFor = (n: number): number => (n > MANY ? 150 : 0);
