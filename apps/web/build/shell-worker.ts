import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Not needed to start: large, fetched only when the page is installed, or the same once more. */
const leftOut = /\.(map|png|gz)$|^sw\.js$|cyrillic|greek|vietnamese/;

/** Writes the list of files that make up the page into the service worker, with a version that follows from them. */
export function shellWorker(): Plugin {
  let outDir = '';
  return {
    name: 'shell-worker',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      const files = readdirSync(outDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(outDir.length + 1))
        .filter((name) => !leftOut.test(name))
        .sort();
      const hash = createHash('sha256');
      for (const name of files) hash.update(name).update(readFileSync(join(outDir, name)));
      const shell = ['./', ...files.filter((name) => name !== 'index.html')];
      const path = join(outDir, 'sw.js');
      const worker = readFileSync(path, 'utf8')
        .replace("'__VERSION__'", JSON.stringify(hash.digest('hex').slice(0, 16)))
        .replace("['__SHELL__']", JSON.stringify(shell));
      writeFileSync(path, worker);
    },
  };
}
