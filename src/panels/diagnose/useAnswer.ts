import { useEffect, useState } from 'react';
import type { Ask } from '../../state/newest';

/**
 * The newest answer to a request that is computed off the main thread; `fresh` is false while it still belongs to a former
 * request. `request` must be the same object for as long as it asks the same; null asks nothing.
 */
export function useAnswer<Request, Answer>(
  compute: Ask<Request, Answer>,
  request: Request | null,
): { readonly answer: Answer | null; readonly fresh: boolean } {
  const [given, setGiven] = useState<{ to: Request; answer: Answer } | null>(null);
  useEffect(() => {
    if (request === null) return;
    let wanted = true;
    void compute(request).then(
      (answer) => wanted && setGiven({ to: request, answer }),
      () => wanted && setGiven(null),
    );
    return () => {
      wanted = false;
    };
  }, [compute, request]);
  if (request === null) return { answer: null, fresh: true };
  return { answer: given?.answer ?? null, fresh: given?.to === request };
}
