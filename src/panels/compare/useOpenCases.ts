import type { Dtype } from '../../inference/engine';
import type { Side } from '../../state/compare/sides';
import { useExplorer } from '../context';

/** Opens the cases of a side in Explore, those of one bin where it is given. */
export function useOpenCases(): (side: Side, bin?: number) => void {
  const { choose, setOrigin, selectBin, view } = useExplorer();
  const open = async (side: Side, bin?: number) => {
    const chosen =
      side.kind === 'run'
        ? Promise.resolve()
        : choose({
            model: side.entry.model,
            dtype: side.entry.dtype as Dtype,
            task: side.entry.task,
          });
    view.change('page', { panel: 'explore' });
    await chosen;
    setOrigin(side.kind);
    if (bin !== undefined) selectBin(bin);
  };
  return (side, bin) => void open(side, bin);
}
