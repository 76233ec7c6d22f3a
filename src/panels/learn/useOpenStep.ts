import type { StepName } from '../../state/view/learn';
import { openStep } from '../../state/learn/learn';
import { useExplorer } from '../context';
import { factsOf, progressOf } from './stores';

/** Opens a step at its first view; where its prediction is made, at the one that it reveals. */
export function useOpenStep(): (step: StepName) => Promise<void> {
  const explorer = useExplorer();
  return async (step) => {
    const answered = progressOf(explorer).store.getState().answers[step] !== undefined;
    if (!answered) return openStep(explorer, step, null);
    if (explorer.view.getState().learn.step !== step) await openStep(explorer, step, null);
    const facts = await factsOf(explorer)(step).catch(() => null);
    // The learner may have gone elsewhere meanwhile.
    const { page, learn } = explorer.view.getState();
    if (facts !== null && page.panel === 'learn' && learn.step === step)
      await openStep(explorer, step, facts);
  };
}
