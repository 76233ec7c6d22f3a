import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,build}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // A process a file costs more than its tests; what a test stubs it takes back.
    pool: 'threads',
    isolate: false,
    coverage: { provider: 'v8', include: ['src/calibration/**'], exclude: ['**/*.test.ts'] },
  },
});
