/**
 * `pnpm measure <folder>`: how well sentence boundaries are found, and how fast, on texts of one's own.
 *
 * The folder holds files named `<language>_<anything>.txt` with one sentence per line, in the order of the running text. The
 * lines are joined with one space, so that line ends are the true boundaries. Such files are easily made
 * from the treebanks of Universal Dependencies (their `# text = ` lines).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSegmenter } from '../src/index.ts';

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const throughputBytes = 10_000_000;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: pnpm measure <folder>');
  process.exit(2);
}
console.log('| file | sentences | precision | recall | F1 | Intl.Segmenter alone | MB/s |');
console.log('|---|---|---|---|---|---|---|');
for (const file of readdirSync(folder).sort()) {
  const lang = /^([a-z]{2,3})_.*\.txt$/.exec(file)?.[1];
  if (lang) console.log(measure(file, lang, readFileSync(join(folder, file), 'utf8')));
}

function measure(file: string, lang: string, content: string): string {
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  const text = lines.map((line) => line.trim()).join(' ');
  const truth = ends(lines.map((line) => line.trim()));
  const ours = score(truth, ends(segment(text, lang)));
  const plain = new Intl.Segmenter(lang, { granularity: 'sentence' });
  const theirs = score(truth, ends([...plain.segment(text)].map((part) => part.segment.trim())));
  const numbers = [ours.precision, ours.recall, ours.f1].map((value) => value.toFixed(3)).join(' | ');
  const baseline = [theirs.precision, theirs.recall, theirs.f1].map((value) => value.toFixed(3)).join(' / ');
  return `| ${file} | ${lines.length} | ${numbers} | ${baseline} | ${throughput(text, lang).toFixed(0)} |`;
}

function segment(text: string, lang: string): string[] {
  const segmenter = createSegmenter({ lang });
  const segments = segmenter.push(text).concat(segmenter.end());
  return segments.map(({ sourceText }) => sourceText).filter((sourceText) => sourceText !== '');
}

/** Where sentences end, counted in characters that are not white space; the end of the text is given, not found. */
function ends(sentences: readonly string[]): Set<number> {
  const found = new Set<number>();
  let end = 0;
  for (const sentence of sentences) {
    if (end > 0) found.add(end);
    end += sentence.replace(/\s+/g, '').length;
  }
  return found;
}

function score(truth: ReadonlySet<number>, found: ReadonlySet<number>): Score {
  const right = [...found].filter((end) => truth.has(end)).length;
  const precision = right / found.size;
  const recall = right / truth.size;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** MB of UTF-8 per second of processor time, on the text over and over, a paragraph to every 2,000 characters. */
function throughput(text: string, lang: string): number {
  const paragraphs = `${text.replace(/.{2000}\S*\s/gs, '$&\n\n')}\n\n`;
  const long = paragraphs.repeat(Math.ceil(throughputBytes / Buffer.byteLength(paragraphs)));
  const before = process.cpuUsage();
  segment(long, lang);
  return Buffer.byteLength(long) / process.cpuUsage(before).user;
}
