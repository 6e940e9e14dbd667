import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ModelSpec } from '@unlimited/marian';

/**
 * Reads `MODELS`: comma-separated `source-target=folder or hub id`, one for each pair. Language tags with a region
 * put a `>` between them: `pt-BR>en=…`. A model whose name says its pair needs nothing before it:
 * `Xenova/opus-mt-de-en`. Empty means the bundled models.
 *
 * @throws Error that names the entry which cannot be read.
 */
export function parseModels(models: string): ModelSpec[] {
  if (models.trim() === '') return bundledModels();
  return models.split(',').map((entry) => {
    const [, ownPair] = /^[^=]*\bopus-mt-([a-z]{2,3}-[a-z]{2,3})$/.exec(entry.trim()) ?? [];
    const [pair = '', source = ''] = ownPair ? [ownPair, entry.trim()] : split(entry.trim(), '=');
    const [sourceLang = '', targetLang = ''] = split(pair, pair.includes('>') ? '>' : '-');
    if (sourceLang !== '' && targetLang !== '' && source !== '') return { sourceLang, targetLang, source };
    throw new Error(`MODELS: "${entry}" is not of the form source-target=folder or hub id`);
  });
}

function split(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function bundledModels(): ModelSpec[] {
  const folder = (config: string) => dirname(fileURLToPath(config));
  return [
    {
      sourceLang: 'de',
      targetLang: 'en',
      source: folder(import.meta.resolve('@unlimited/model-de-en/config.json')),
    },
    {
      sourceLang: 'en',
      targetLang: 'de',
      source: folder(import.meta.resolve('@unlimited/model-en-de/config.json')),
    },
  ];
}
