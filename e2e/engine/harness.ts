import { createWorkerEngine } from '../../src/inference/client';
import { ANSWER_TAG } from '../../src/traces/rule';
import { letterForms } from '../../src/traces/options';

/** What the engine's tests and the benchmark drive, in a page of their own. */
const harness = { createWorkerEngine, letterForms, ANSWER_TAG };
export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}
window.harness = harness;
