import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of the models that come with the repository, for `MODELS`. */
export const bundledModels = {
  deEn: dirname(fileURLToPath(import.meta.resolve('@unlimited/model-de-en/config.json'))),
  enDe: dirname(fileURLToPath(import.meta.resolve('@unlimited/model-en-de/config.json'))),
};
