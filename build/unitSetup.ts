import fc from 'fast-check';
import { afterEach, vi } from 'vitest';

// What passes here passes everywhere: properties draw the same inputs each time, others where FC_SEED says so.
const seed = Number(process.env.FC_SEED ?? 2601);
if (!Number.isSafeInteger(seed))
  throw new Error(`FC_SEED must be a whole number, not “${process.env.FC_SEED}”.`);
fc.configureGlobal({ seed });

// Test files share a process: what one replaced must not meet the next, in whatever order they run.
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
