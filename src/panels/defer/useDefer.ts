import { useStore } from 'zustand';
import { heldTo, type DeferView } from '../../state/view/defer';
import { useExplorer } from '../context';

type Numeric = Parameters<typeof heldTo>[0];

/** What the panel is asked, and how to ask something else. */
export function useDefer(): DeferView & {
  readonly set: (name: Numeric, value: number) => void;
  readonly setFallback: (model: string) => void;
} {
  const { view } = useExplorer();
  const asked = useStore(view, (state) => state.defer);
  return {
    ...asked,
    set: (name, value) => view.change('defer', { [name]: heldTo(name, value, asked[name]) }),
    setFallback: (fallback) => view.change('defer', { fallback }),
  };
}
