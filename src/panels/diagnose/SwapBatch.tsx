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
import { percent, probability } from '../numbers';
import shared from '../panels.module.css';
import { ConfidenceMatrix } from './ConfidenceMatrix';
import { CountSeed } from '../CountSeed';
import { JobProgress, LoadNote, Origin } from './JobParts';
import { SwapCases } from './SwapCases';
import styles from './swap.module.css';

const RULES: Readonly<Record<TargetRule, string>> = {
  likeliest: 'the likeliest other option',
  unlikeliest: 'the least likely option',
  gold: 'the gold option',
};

function leftOutOf({ leftOut }: Batch): string {
  const { already, undecided, noArgument } = leftOut;
  const parts = [
    already > 0 && `${already} that the model decided for the target by itself`,
    undecided > 0 && `${undecided} without a decision of its own`,
    noArgument > 0 && `${noArgument} in which nothing can be read for the target`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : ` Left out: ${parts.join(', ')}.`;
}

function Found({ batch }: { readonly batch: Batch }) {
  const { temperature, scale } = useSettings();
  const factor = scale / temperature;
  const { n, flips, rate, interval, medianBefore, medianAfter } = summariseSwaps(
    batch.swaps,
    factor,
  );
  return (
    <>
      <div>
        <p role="status" aria-label="Flip rate">
          <strong className={styles.rate}>{percent(rate)}</strong> of the decisions flip
          <span className={shared.quiet}>
            {' '}
            {flips} of n = {n} · 95 % interval {percent(interval.low)} – {percent(interval.high)}
          </span>
        </p>
        <p>
          Median confidence {probability(medianBefore)} before, <b>{probability(medianAfter)}</b>{' '}
          after the swap.
          <span className={shared.quiet}>{leftOutOf(batch)}</span>
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
        name="Cases"
        count={100}
        most={MAX_SWAPS}
        seed={SHIPPED_SEED}
        disabled={running}
        verb={(n) => `Swap ${n} cases`}
        onRun={(count, seed) => void batch.run({ count, seed, rule })}
      >
        <label>
          Argue for
          <select
            value={rule}
            onChange={({ target }) => view.change('diagnose', { rule: target.value as TargetRule })}
          >
            {TARGET_RULES.map((name) => (
              <option key={name} value={name}>
                {RULES[name]}
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
            {` · seed ${spec.seed} · argued for ${RULES[spec.rule]} · n = ${swaps.length}`}
          </Origin>
        </>
      ) : (
        !running && (
          <p className={shared.empty}>
            No batch yet. The button decides each case twice: after the model’s own reasoning, and
            after one that argues for another option.
          </p>
        )
      )}
    </>
  );
}
