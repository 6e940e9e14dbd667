import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createEngine } from '@unlimited/marian';
import { retryBeamSize, translateChecked } from '../src/index.ts';

/**
 * What a bundled model makes of the sentences that are kept for that, as Markdown, with everything around it as in the service.
 *
 * Usage: node scripts/samples.ts [de-en | en-de] [BEAMS]
 */
const [pair = 'de-en', beams = '1'] = process.argv.slice(2);
const [sourceLang = '', targetLang = ''] = pair.split('-');
const beamSize = Number(beams);
const folderOf = (name: string) =>
  fileURLToPath(new URL('.', import.meta.resolve(`@unlimited/model-${name}/config.json`)));
const training = `${folderOf('de-en')}/training`;
const lines = (await readFile(`${training}/samples-${sourceLang}.tsv`, 'utf8')).trim().split('\n');
const samples = lines.map((line) => line.split('\t') as [kind: string, text: string]);

const engine = await createEngine({
  models: [{ sourceLang, targetLang, source: folderOf(pair) }],
  processes: 1,
  beamSize,
});
const modelKey = engine.models[0]?.modelKey as string;
const results = await translateChecked(
  samples.map(([, text]) => text),
  {
    sourceLang,
    targetLang,
    translate: (texts, beams) =>
      engine.translate(modelKey, texts, beams === undefined ? {} : { beamSize: beams }),
    canBeam: beamSize < retryBeamSize,
    maxRetries: 2,
  },
);
await engine.close();

let heading = '';
for (const [i, [kind, text]] of samples.entries()) {
  if (kind !== heading)
    console.log(`\n## ${kind.charAt(0).toUpperCase()}${kind.slice(1)}\n\n| | |\n|---|---|`);
  heading = kind;
  console.log(`| ${text} | ${results[i]?.targetText} |`);
}
