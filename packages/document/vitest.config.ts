import { defineConfig } from 'vitest/config';

// Real servers on a busy machine: time-outs are there to end what hangs, not to measure.
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
