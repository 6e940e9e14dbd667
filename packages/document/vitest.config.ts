import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Real servers on a busy machine: time-outs are there to end what hangs, not to measure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // pdf.js drops promises that fail, which the process that reads a document lives with.
    onUnhandledError: ({ stack = '' }) => !stack.includes('pdfjs.mjs'),
  },
});
