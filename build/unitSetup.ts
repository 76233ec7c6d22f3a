import { afterEach, vi } from 'vitest';

// Test files share a process: what one replaced must not meet the next, in whatever order they run.
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
