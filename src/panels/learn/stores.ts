import { createStore } from 'zustand/vanilla';
import { perExplorer } from '../../state/diagnose/job';
import { createFacts } from '../../state/learn/learn';
import { EMPTY_POOL, type Pool } from '../../state/learn/pool';
import { createProgress } from '../../state/learn/progress';
import { askFacts } from './worker';

/** The learner's answers, kept in local storage. */
export const progressOf = perExplorer(() => createProgress(() => localStorage));

/** What the tables say of each step. */
export const factsOf = perExplorer((explorer) => createFacts(explorer, askFacts));

/** The files of a class, for as long as the page lives. */
export const poolOf = perExplorer(() => createStore<Pool>(() => EMPTY_POOL));
