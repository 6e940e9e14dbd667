import { readFileSync } from 'node:fs';
import compile from 'icu-minify/compile';
import type { Plugin } from 'vite';

interface MessageTree {
  [key: string]: string | MessageTree;
}

/** Compiles the ICU messages of the interface, so that the page needs no parser for them. */
export function compiledMessages(): Plugin {
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    load(id) {
      if (!/\/i18n\/messages\/\w+\.json$/.test(id)) return null;
      const messages = JSON.parse(readFileSync(id, 'utf8')) as MessageTree;
      return { code: `export default ${JSON.stringify(compileTree(messages))};`, moduleType: 'js' };
    },
  };
}

function compileTree(messages: MessageTree): object {
  const entries = Object.entries(messages).map(([key, value]) => [
    key,
    typeof value === 'string' ? compile(value) : compileTree(value),
  ]);
  return Object.fromEntries(entries);
}
