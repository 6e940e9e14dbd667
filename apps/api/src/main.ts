import { pino } from 'pino';
import { loggerOptions } from './plugins/logging.ts';
import { readConfig } from './read-config.ts';
import { startApi } from './start-api.ts';

/** The process: environment in, logs out, an orderly end at a signal. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino(loggerOptions(config.LOG_LEVEL));
  const stopSignal = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => received(name)));
  const api = await startApi(config, logger);
  logger.info({ signal: await stopSignal }, 'stopping');
  await api.stop();
  logger.info('stopped');
}

/** Later signals of the same kind change nothing: the end is on its way. */
function received(name: string): Promise<string> {
  return new Promise((resolve) => process.on(name, () => resolve(name)));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
