import { defineConfig } from 'rolldown';

/** One file without dependencies: what is published. (Node strips no types below `node_modules`.) */
export default defineConfig({
  input: 'src/main.ts',
  platform: 'node',
  output: { file: 'dist/unlimited-translation.js', banner: '#!/usr/bin/env node' },
});
