import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StepName } from '../view/learn';
import { readAnswers, type Answers } from './answers';
import { newLearner } from './answersFile';
import type { Answer } from './judge';

const KEY = 'calibration-explorer/learn';

/** The part of `Storage` that is used; every call may throw where storage is refused. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** `kept`: does this machine keep the answers? */
export type ProgressState = {
  readonly learner: string;
  readonly answers: Answers;
  readonly kept: boolean;
};

export type Progress = {
  readonly store: StoreApi<ProgressState>;
  readonly answer: (step: StepName, answer: Answer) => void;
  /** Forgets the answer of one step. */
  readonly retry: (step: StepName) => void;
  /** Forgets everything; the next answers are those of another learner. */
  readonly reset: () => void;
};

function read(keep: () => Keep): Omit<ProgressState, 'kept'> {
  const fresh = { learner: newLearner(), answers: {} };
  try {
    const value = JSON.parse(keep().getItem(KEY) ?? 'null') as Record<string, unknown> | null;
    const learner = value?.learner;
    if (typeof learner !== 'string' || !/^[0-9a-f]{16}$/.test(learner)) return fresh;
    return { learner, answers: readAnswers(value?.answers).answers };
  } catch {
    return fresh;
  }
}

/** A learner's answers, kept by `keep` where it lets us. */
export function createProgress(keep: () => Keep): Progress {
  const allowed = () => {
    try {
      // Reading may be allowed where writing is not.
      keep().setItem(`${KEY}?`, '');
      keep().removeItem(`${KEY}?`);
      return true;
    } catch {
      return false;
    }
  };
  const store = createStore<ProgressState>(() => ({ ...read(keep), kept: allowed() }));
  const write = (change: Partial<ProgressState>) => {
    store.setState(change);
    const { learner, answers } = store.getState();
    try {
      keep().setItem(KEY, JSON.stringify({ learner, answers }));
    } catch {
      store.setState({ kept: false });
    }
  };
  return {
    store,
    answer: (step, answer) => write({ answers: { ...store.getState().answers, [step]: answer } }),
    retry: (step) => {
      const others = Object.entries(store.getState().answers).filter(([name]) => name !== step);
      write({ answers: Object.fromEntries(others) });
    },
    reset: () => write({ learner: newLearner(), answers: {} }),
  };
}
