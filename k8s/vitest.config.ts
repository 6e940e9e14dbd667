import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'test/support/find-kustomize.ts',
    // A hundred renders, each a process of its own.
    testTimeout: 300_000,
  },
});
