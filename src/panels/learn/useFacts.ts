import { useEffect, useState } from 'react';
import type { Facts } from '../../strings/learn/facts';
import { swapFactsHere } from '../../state/learn/facts/swap';
import type { StepName } from '../../state/view/learn';
import { useExplorer } from '../context';
import { factsOf } from './stores';
import { useSwapsHere } from './useSwapsHere';

export type FactsState<Name extends StepName> =
  | { readonly status: 'waiting' }
  | { readonly status: 'ready'; readonly facts: Facts[Name] }
  | { readonly status: 'failed'; readonly error: unknown };

/** The facts of a step once they are `wanted`. Swaps done here stand before the study's. */
export function useFacts<Name extends StepName>(
  step: Name,
  wanted: boolean,
): FactsState<Name> & { readonly retry: () => void } {
  const facts = factsOf(useExplorer());
  const here = useSwapsHere();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<FactsState<Name>>({ status: 'waiting' });
  useEffect(() => {
    if (!wanted) return;
    let asked = true;
    facts(step).then(
      (found) => asked && setState({ status: 'ready', facts: found }),
      (error: unknown) => asked && setState({ status: 'failed', error }),
    );
    return () => {
      asked = false;
    };
  }, [facts, step, wanted, attempt]);
  const retry = () => {
    setState({ status: 'waiting' });
    setAttempt(attempt + 1);
  };
  const swapped = step === 'swap' ? swapFactsHere(here?.swaps ?? []) : null;
  if (swapped !== null) return { status: 'ready', facts: swapped as Facts[Name], retry };
  return { ...(wanted ? state : { status: 'waiting' as const }), retry };
}
