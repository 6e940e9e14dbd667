import { defineConfig } from 'vitest/config';

// Properties and hostile texts take their time on a busy machine; none of these tests is about time.
export default defineConfig({ test: { testTimeout: 60_000 } });
