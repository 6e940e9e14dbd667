import { parseModels } from '../../src/models.ts';

/** The folder of a model that comes with the repository, for `MODELS`. */
function bundledModel(lang: string): string {
  const { source } = parseModels('').find(({ sourceLang }) => sourceLang === lang) ?? {};
  if (source === undefined) throw new Error(`no bundled model translates from ${lang}`);
  return source;
}

export const bundledModels = { deEn: bundledModel('de'), enDe: bundledModel('en') };
