import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Browser tests share one machine with a real model.
    fileParallelism: false,
    globalSetup: ['test/support/build-page.ts'],
    // Generous: a condition that is met ends the wait, on a machine that is busy as well.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
