import { createStore } from 'zustand/vanilla';
import type { Engine } from '../../inference/engine';
import { ANSWER_TAG } from '../../traces/rule';
import { allForms, type FormLogits } from '../../traces/surfaceForms';
import type { Token, Trace } from '../../traces/trace';
import type { Explorer } from '../explorer';
import { caseInput, type Subject } from '../subject';
import { treeKey } from './planted';

/** What the loaded model holds at a trace's decision token: its ten likeliest tokens and every surface form. */
export type Reading = { readonly token: Token; readonly forms: FormLogits };

/**
 * Reads the decision token of a trace again, in one pass: the forms stand in for the options, one each, so that the logit of
 * each is known. null where the trace has no decision or it was stopped. Rejects with the engine's error.
 */
export async function readDecisionToken(
  engine: Engine,
  subject: Subject,
  { tokens, decision }: Trace,
  signal: AbortSignal,
): Promise<Reading | null> {
  if (decision.status === 'missing') return null;
  const texts = new Set(engine.vocabulary?.() ?? []);
  const known = allForms(subject.labels, subject.optionTexts).filter((form) => texts.has(form));
  const [read] = await engine.generate(
    {
      cases: [
        {
          ...caseInput(subject),
          options: known.map((form) => ({ label: form, forms: [form] })),
          prefix: tokens.slice(0, decision.tokenIndex + 1).map(({ id }) => id),
        },
      ],
      sampling: { mode: 'greedy', temperature: 1, seed: 0 },
      maxNewTokens: 1,
      batchSize: 1,
      rule: ANSWER_TAG,
    },
    {},
    signal,
  );
  const token = read?.tokens[decision.tokenIndex];
  if (token === undefined || read?.decision.status !== 'found' || signal.aborted) return null;
  const { logits } = read.decision;
  return {
    token,
    forms: {
      logits: Object.fromEntries(known.map((form, i) => [form, logits[i]!])),
      logsumexp: token.logsumexp,
    },
  };
}

/** Readings by `treeKey`, kept for as long as the page is open. */
function createReadings({ withEngine }: Pick<Explorer, 'withEngine'>) {
  const store = createStore<Readonly<Record<string, Reading>>>(() => ({}));
  return {
    store,
    read: (trace: Trace, subject: Subject) =>
      withEngine('diagnose', async (signal, engine) => {
        const reading = await readDecisionToken(engine, subject, trace, signal);
        if (reading !== null) store.setState({ [treeKey(trace, subject)]: reading });
      }),
  };
}

const kept = new WeakMap<object, ReturnType<typeof createReadings>>();

/** The readings of a page: made when they are first asked for, the same ever after. */
export function readingsOf(explorer: Explorer) {
  const readings = kept.get(explorer) ?? createReadings(explorer);
  kept.set(explorer, readings);
  return readings;
}
