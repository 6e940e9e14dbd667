import { createEngine } from '@unlimited/marian';
import { retryBeamSize } from '@unlimited/quality';
import { pino } from 'pino';
import { loggerOptions } from './plugins/logging.ts';
import { readConfig } from './read-config.ts';
import { engineOptions } from './start-api.ts';

/**
 * `node src/prepare-models.ts`: fetches and compiles what `MODELS` names into `MODEL_CACHE_DIR`, also for the beams that
 * flagged sentences are tried again with, tries it once and ends.
 * An image build does this, so that a container starts at once, without a network and without writing.
 */
// No database is touched.
const config = readConfig({ DATABASE_URL: 'mysql://none/none', ...process.env });
const logger = pino(loggerOptions(config.LOG_LEVEL));
const engine = await createEngine({ ...engineOptions(config), processes: 1, logger });
for (const { modelKey, beamSize } of engine.models) {
  if (beamSize < retryBeamSize) await engine.translate(modelKey, ['1'], { beamSize: retryBeamSize });
}
logger.info(
  { models: engine.models.map(({ sourceLang, targetLang }) => `${sourceLang}-${targetLang}`) },
  'models are ready',
);
await engine.close();
