import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Real databases, models and processes on machines that may be busy: no test is about time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file starts an API with its engine; one at a time is what two cores bear.
    fileParallelism: false,
  },
});
