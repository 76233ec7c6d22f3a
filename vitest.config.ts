import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,build}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/calibration/**'], exclude: ['**/*.test.ts'] },
  },
});
