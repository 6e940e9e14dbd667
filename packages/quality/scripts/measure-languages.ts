import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sureLanguage } from '../src/index.ts';

/**
 * `pnpm measure:languages <folder>`: how often `sureLanguage` is sure and how often wrong, on one sentence per line in files
 * named `<language>_<anything>.txt`, and how much text a second of processor time reads.
 */
const [folder = '.'] = process.argv.slice(2);
const counts = { sentences: 0, sure: 0, wrong: 0 };
let length = 0;
const before = process.cpuUsage();
for (const name of readdirSync(folder)) {
  const language = /^([a-z]{2})_.*\.txt$/.exec(name)?.[1];
  if (language === undefined) continue;
  for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
    if ((line.match(/\p{L}/gu)?.length ?? 0) < 40) continue;
    const found = sureLanguage(line);
    length += line.length;
    counts.sentences += 1;
    if (found === language) counts.sure += 1;
    else if (found !== undefined) counts.wrong += 1;
  }
}
const seconds = process.cpuUsage(before).user / 1e6;
process.stdout.write(
  `${counts.sentences} sentences of 40 letters and more: sure and right ${counts.sure}, sure and wrong ${counts.wrong}; ` +
    `${(length / 1e6 / seconds).toFixed(1)} million characters per second of processor time\n`,
);
