// `npm run verify:images [-- --skip-without-engine]`
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runShown } from '../../packages/local-stack/src/shown-command.ts';
import { EngineUnavailable } from '../engine/engine-unavailable.ts';
import { runInPrivateEngine } from '../engine/run-in-private-engine.ts';
import { run } from './run.ts';

const { values } = parseArgs({ options: { 'skip-without-engine': { type: 'boolean', default: false } } });
const command = [process.execPath, join(import.meta.dirname, 'verify-images.ts')];

const stopped = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stopped.abort(name));

function engineAnswers(): Promise<boolean> {
  return run('docker', ['version']).then(
    () => true,
    () => false,
  );
}

async function main(): Promise<number> {
  if (await engineAnswers()) return runShown(command, process.env, stopped.signal);
  console.log('No Docker engine answers: starting one for this run.');
  try {
    return await runInPrivateEngine(command, stopped.signal);
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    console.log(`images: skipped: ${error.message}`);
    return values['skip-without-engine'] ? 0 : 1;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!stopped.signal.aborted) console.error(error);
  process.exitCode = 1;
}
