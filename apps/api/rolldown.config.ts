import { defineConfig, type Plugin } from 'rolldown';

/** The image carries one platform's onnxruntime beside the bundle, and the model as the package that it is. */
const external = ['onnxruntime-node', /^@unlimited\/model-/];

/**
 * transformers.js wants sharp at hand for pictures, and refuses to load without it. There are none here, and 20 MB less
 * in the image.
 */
const withoutSharp: Plugin = {
  name: 'without-sharp',
  resolveId: (source) => (source === 'sharp' ? '\0sharp' : null),
  load: (id) => (id === '\0sharp' ? `export default () => { throw new Error('sharp is left out'); };` : null),
};

/** Children run modules of their own, which lie beside the bundle: `child-entry.js`, `document-child-entry.js`. */
const childEntries: Plugin = {
  name: 'child-entries',
  transform: {
    filter: { code: /'\.\/(?:document-)?child-entry\.ts'/ },
    handler: (code) => code.replace(/'(\.\/(?:document-)?child-entry)\.ts'/, "'$1.js'"),
  },
};

/** `dist/`: what runs in the image. */
export default defineConfig({
  input: {
    main: 'src/main.ts',
    migrate: 'src/migrate.ts',
    keys: 'src/keys.ts',
    'prepare-models': 'src/prepare-models.ts',
    'child-entry': '../../packages/marian/src/child-entry.ts',
    'document-child-entry': '../../packages/document/src/document-child-entry.ts',
  },
  platform: 'node',
  external,
  plugins: [withoutSharp, childEntries],
  output: {
    dir: 'dist',
    cleanDir: true,
    // All in one folder: a part that starts the child finds it beside itself.
    chunkFileNames: '[name]-[hash].js',
  },
});
