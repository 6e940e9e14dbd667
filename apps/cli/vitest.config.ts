import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Real servers, models and processes on machines that may be busy: no test is about time.
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
