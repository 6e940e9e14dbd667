import { fileURLToPath } from 'node:url';

/** The folder of the model that comes with the repository. */
export const bundledModel = fileURLToPath(
  new URL('.', import.meta.resolve('@unlimited/model-de-en/config.json')),
);
