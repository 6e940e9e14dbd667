import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Browser tests share one machine with a real model.
    fileParallelism: false,
    globalSetup: ['test/support/build-page.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
