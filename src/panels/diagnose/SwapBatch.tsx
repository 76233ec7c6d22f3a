import { useStore } from 'zustand';
import { TARGET_RULES, type TargetRule } from '../../state/diagnose/argument';
import {
  batchKey,
  MAX_SWAPS,
  swapBatchOf,
  type SwapBatch as Batch,
} from '../../state/diagnose/swapBatch';
import { SHIPPED_SEED } from '../../state/subject';
import { summariseSwaps } from '../../traces/interventions/swap';
import { useExplorer, useExplorerState } from '../context';
import { useSettings } from '../controls';
import { DIAGNOSE_STRINGS } from '../../strings/diagnose';
import type { DiagnoseStrings } from '../../strings/diagnose/en';
import { useNumbers, useStrings } from '../../strings/language';
import shared from '../panels.module.css';
import { ConfidenceMatrix } from './ConfidenceMatrix';
import { CountSeed } from '../CountSeed';
import { JobProgress, LoadNote, Origin } from './JobParts';
import { SwapCases } from './SwapCases';
import styles from './swap.module.css';

function leftOutOf({ leftOut }: Batch, strings: DiagnoseStrings['swap']['batch']): string {
  const { already, undecided, noArgument } = leftOut;
  const parts = [
    already > 0 && strings.already(already),
    undecided > 0 && strings.undecided(undecided),
    noArgument > 0 && strings.noArgument(noArgument),
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : strings.leftOut(parts.join(', '));
}

function Found({ batch }: { readonly batch: Batch }) {
  const { batch: strings } = useStrings(DIAGNOSE_STRINGS).swap;
  const { percent, probability } = useNumbers();
  const { temperature, scale } = useSettings();
  const factor = scale / temperature;
  const { n, flips, rate, interval, medianBefore, medianAfter } = summariseSwaps(
    batch.swaps,
    factor,
  );
  return (
    <>
      <div>
        <p role="status" aria-label={strings.rate}>
          <strong className={styles.rate}>{percent(rate)}</strong> {strings.flip}
          <span className={shared.quiet}> {strings.of(flips, n, interval.low, interval.high)}</span>
        </p>
        <p>
          {strings.median(medianBefore)} <b>{probability(medianAfter)}</b> {strings.medianAfter}
          <span className={shared.quiet}>{leftOutOf(batch, strings)}</span>
        </p>
      </div>
      <ConfidenceMatrix swaps={batch.swaps} factor={factor} />
      <SwapCases batch={batch} factor={factor} />
    </>
  );
}

/** Swaps many cases and tells how often the decision follows the reasoning. */
export function SwapBatch() {
  const explorer = useExplorer();
  const { argue, rules, batch: strings } = useStrings(DIAGNOSE_STRINGS).swap;
  const { view } = explorer;
  const batch = swapBatchOf(explorer);
  const job = useStore(batch.store);
  const current = useExplorerState(batchKey) === job.key;
  const running = current && job.status === 'running';
  const rule = useStore(view, ({ diagnose }) => diagnose.rule);
  const { spec, swaps } = job.result;
  return (
    <>
      <CountSeed
        name={strings.count}
        count={100}
        most={MAX_SWAPS}
        seed={SHIPPED_SEED}
        disabled={running}
        verb={(n) => strings.run(n)}
        onRun={(count, seed) => void batch.run({ count, seed, rule })}
      >
        <label>
          {argue}
          <select
            value={rule}
            onChange={({ target }) => view.change('diagnose', { rule: target.value as TargetRule })}
          >
            {TARGET_RULES.map((name) => (
              <option key={name} value={name}>
                {rules[name]}
              </option>
            ))}
          </select>
        </label>
      </CountSeed>
      <LoadNote />
      <JobProgress job={job} current={current} unit="cases" perStep={0.5} />
      {current && spec !== null && swaps.length > 0 ? (
        <>
          <Found batch={job.result} />
          <Origin provenance={job.provenance}>
            {strings.origin(spec.seed, rules[spec.rule], swaps.length)}
          </Origin>
        </>
      ) : (
        !running && <p className={shared.empty}>{strings.empty}</p>
      )}
    </>
  );
}
