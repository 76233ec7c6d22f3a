import shared from '../panels.module.css';
import { SwapBatch } from './SwapBatch';
import { SwapCase } from './SwapCase';

/** Tool: another option's reasoning in front of the decision, for this case and for many. */
export function Swap() {
  return (
    <>
      <section className={shared.section} aria-label="Swap this case">
        <h3>This case</h3>
        <SwapCase />
      </section>
      <section className={shared.section} aria-label="Swap many cases">
        <h3>Many cases</h3>
        <SwapBatch />
      </section>
    </>
  );
}
