import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,build}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // A process a file costs more than its tests.
    pool: 'threads',
    isolate: false,
    setupFiles: 'build/unitSetup.ts',
    coverage: { provider: 'v8', include: ['src/calibration/**'], exclude: ['**/*.test.ts'] },
  },
});
