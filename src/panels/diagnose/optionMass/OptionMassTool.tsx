import { useExplorerState } from '../../context';
import shared from '../../panels.module.css';
import { NeedsTrace } from '../NeedsTrace';
import { AtDecision } from './AtDecision';
import { MassOverTable } from './MassOverTable';

/** What the options hold of the whole vocabulary: at this trace's decision token, and over the decision table. */
export function OptionMassTool() {
  const trace = useExplorerState((state) => state.trace);
  const subject = useExplorerState((state) => state.subject);
  return (
    <div className={shared.sheet}>
      {trace === null ? (
        <NeedsTrace purpose="mass" />
      ) : (
        <AtDecision key={trace.id} trace={trace} subject={subject} />
      )}
      <MassOverTable />
    </div>
  );
}
