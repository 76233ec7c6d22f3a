import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import { useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import { SwapBatch } from './SwapBatch';
import { SwapCase } from './SwapCase';

/** Tool: another option's reasoning in front of the decision, for this case and for many. */
export function Swap() {
  const { one, many } = useStrings(DIAGNOSE_STRINGS).swap;
  return (
    <>
      <section className={shared.section} aria-label={one.label}>
        <h3>{one.title}</h3>
        <SwapCase />
      </section>
      <section className={shared.section} aria-label={many.label}>
        <h3>{many.title}</h3>
        <SwapBatch />
      </section>
    </>
  );
}
