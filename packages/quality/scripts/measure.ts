import { readFile } from 'node:fs/promises';
import { type Flag, flags, inspect } from '../src/index.ts';

/**
 * How often each guard flags human translations, which it should not.
 *
 * Usage: node scripts/measure.ts FILE.tsv [sourceLang] [targetLang] [--show]; a line is source, tab, target.
 */
const [path, sourceLang = 'de', targetLang = 'en'] = process.argv.slice(2).filter((arg) => arg !== '--show');
if (path === undefined) throw new Error('Usage: measure FILE.tsv [sourceLang] [targetLang] [--show]');
const show = process.argv.includes('--show');

const pairs = (await readFile(path, 'utf8'))
  .split('\n')
  .filter((line) => line.includes('\t'))
  .map((line) => line.split('\t') as [string, string]);
const counts = new Map<Flag, number>();
let flagged = 0;
const start = performance.now();
for (const [sourceText, targetText] of pairs) {
  const found = inspect({ sourceText, targetText, sourceLang, targetLang });
  if (found.length > 0) flagged += 1;
  for (const flag of found) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  if (show && found.length > 0) console.log(`${found.join(' ')}\n  ${sourceText}\n  ${targetText}`);
}
const percent = (count: number) => `${((100 * count) / pairs.length).toFixed(2).padStart(6)} %  ${count}`;
for (const flag of flags) console.log(flag.padEnd(18), percent(counts.get(flag) ?? 0));
console.log(
  'any'.padEnd(18),
  percent(flagged),
  `of ${pairs.length} in ${(performance.now() - start).toFixed(0)} ms`,
);
