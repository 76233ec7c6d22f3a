import { ANSWER_TAG } from '../../traces/rule';
import { swappedPrefix } from '../../traces/interventions/swap';
import type { CaseInput } from '../../inference/engine';
import type { Trace } from '../../traces/trace';
import type { Explorer } from '../explorer';
import { caseInput, type Subject } from '../subject';
import { argumentFor, targetOf } from './argument';
import { createJob, perExplorer } from './job';
import { caseKey, GREEDY, traceAtHand } from './ownTrace';

/** One case, decided after its own reasoning and after another. */
export type SwappedCase = {
  readonly own: Trace | null;
  /** The option argued for, −1 while it is not known. */
  readonly target: number;
  /** Starts with the reasoning that was put in; the decision is its last token. */
  readonly after: Trace | null;
};

/** A case whose assistant's turn starts with another reasoning, so that the next token decides. */
export function swapInput(subject: Subject, target: number, argument: string): CaseInput {
  const input = caseInput(subject);
  return { ...input, id: `${input.id}~${subject.labels[target]}`, prefix: swappedPrefix(argument) };
}

/** What a request of decisions alone asks beside its cases. */
export const DECIDE = { sampling: GREEDY, maxNewTokens: 1, rule: ANSWER_TAG } as const;

/** Puts a reasoning that argues for another option in front of the decision of the case on the bench. */
function createSwap(explorer: Explorer) {
  const job = createJob<SwappedCase>(explorer, { own: null, target: -1, after: null });
  return {
    store: job.store,
    /** `wanted`: the option to argue for; null for the likeliest that was not chosen. */
    run: (wanted: number | null) => {
      const { subject, choice } = explorer.store.getState();
      return job.run(caseKey({ subject, choice }), 2, async ({ engine, signal, report }) => {
        const own = await traceAtHand(explorer, engine, signal, true);
        if (own === null) return;
        const chosen = own.decision.status === 'found' ? own.decision.chosen : -1;
        const target = wanted ?? targetOf(subject, chosen, 'likeliest');
        report({ done: 1, result: { own, target, after: null } });
        const argument = argumentFor(subject, target);
        if (argument === null)
          throw new Error('Nothing in this case can be read for another option. Take another one.');
        const cases = [swapInput(subject, target, argument)];
        const [after] = await engine.generate({ ...DECIDE, cases, batchSize: 1 }, {}, signal);
        if (after !== undefined && !signal.aborted)
          report({ done: 2, result: { own, target, after } });
      });
    },
  };
}

export const swapOf = perExplorer(createSwap);
