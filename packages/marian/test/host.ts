/** A host process of its own, for the test that kills it. Prints the ids of its children. */
import { createEngine } from '../src/index.ts';
import { bundledModel } from './bundled-model.ts';

const engine = await createEngine({
  models: [{ sourceLang: 'de', targetLang: 'en', source: bundledModel }],
  processes: 2,
  beamSize: 1,
});
await engine.translate(engine.models[0]?.modelKey ?? '', ['Guten Morgen!']);
const pids = engine.stats().models.flatMap(({ processes }) => processes.map(({ pid }) => pid));
process.stdout.write(`${JSON.stringify(pids)}\n`);
setInterval(() => undefined, 1_000);
