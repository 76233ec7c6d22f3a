import { LEARN_STRINGS } from '../../strings/learn';
import { useNumbers, useStrings } from '../../strings/language';
import type { ArmFigures, EceFacts, Facts } from '../../strings/learn/facts';
import type { StepName } from '../../state/view/learn';
import { ArmsTable } from './ArmsTable';
import shared from '../panels.module.css';

function EceTables({ sizes, bins, arm }: EceFacts) {
  const { columns, captions } = useStrings(LEARN_STRINGS);
  const { percentFigure } = useNumbers();
  return (
    <details className={shared.details}>
      <summary>{captions.details}</summary>
      <table className={shared.figures}>
        <caption>{captions.sizes}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.decisions}</th>
            <th scope="col">{columns.mean}</th>
            <th scope="col">{columns.upper}</th>
          </tr>
        </thead>
        <tbody>
          {sizes.map(({ n, mean, upper }) => (
            <tr key={n}>
              <th scope="row">{n}</th>
              <td>{percentFigure(mean)}</td>
              <td>{percentFigure(upper)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={shared.figures}>
        <caption>
          {captions.bins}, n = {arm.n}
        </caption>
        <thead>
          <tr>
            <th scope="col">{columns.bins}</th>
            <th scope="col">{columns.ece}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ bins: count, ece }) => (
            <tr key={count}>
              <th scope="row">{count}</th>
              <td>{percentFigure(ece)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The arms that a step compares; empty for a step that compares none. */
function armsOf(step: StepName, facts: Facts[StepName]): readonly ArmFigures[] {
  if ('arms' in facts)
    return facts.arms.flatMap((arm) => ('inside' in arm ? [arm.inside, arm.shifted] : [arm]));
  return 'base' in facts && (step === 'rlvr' || step === 'why') ? [facts.base, facts.rlvr] : [];
}

/** The numbers of a step as tables. */
export function FactTables<Name extends StepName>(props: {
  readonly step: Name;
  readonly facts: Facts[Name];
}) {
  const { step, facts } = props;
  if ('sizes' in facts) return <EceTables {...facts} />;
  const arms = armsOf(step, facts);
  return arms.length === 0 ? null : <ArmsTable arms={arms} />;
}
