import { defineConfig } from 'vitest/config';

// Real models on a machine that may have other things to do.
export default defineConfig({ test: { testTimeout: 180_000, hookTimeout: 180_000 } });
